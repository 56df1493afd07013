<#ftl output_format="plainText">
<#list sentences as sentence>
${msg(sentence, credentialName, instant, end)}
</#list>

${msg("apiCredentialNotice.name")}: ${credentialName}
${msg("apiCredentialNotice.clientId")}: ${clientId}
${msg("apiCredentialNotice.realm")}: ${realmName}

${msg("apiCredentialNotice.why")}
