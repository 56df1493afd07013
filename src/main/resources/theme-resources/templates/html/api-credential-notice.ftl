<#import "template.ftl" as layout>
<@layout.emailLayout>
<#list sentences as sentence>
<p>${msg(sentence, credentialName, instant, end)}</p>
</#list>
<p>
${msg("apiCredentialNotice.name")}: ${credentialName}<br>
${msg("apiCredentialNotice.clientId")}: ${clientId}<br>
${msg("apiCredentialNotice.realm")}: ${realmName}
</p>
<p>${msg("apiCredentialNotice.why")}</p>
</@layout.emailLayout>
