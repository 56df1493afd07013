<#ftl output_format="plainText">
<#list sentences as sentence>
${msg(sentence, label, instant, requester)}
</#list>

${msg("apiCredentialRequest.operation")}: ${msg(operation, label)}
<#if clientId?has_content>
${msg("apiCredentialRequest.clientId")}: ${clientId}
</#if>
${msg("apiCredentialRequest.realm")}: ${realmName}
<#if reason?has_content>
${msg("apiCredentialRequest.reason")}: ${reason}
</#if>
${msg("apiCredentialRequest.requestedBy")}: ${requester}
${msg("apiCredentialRequest.until")}: ${instant}
<#if link?has_content>

${msg("apiCredentialRequest.link")}: ${link}
</#if>

${msg(why)}
