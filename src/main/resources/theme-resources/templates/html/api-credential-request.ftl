<#import "template.ftl" as layout>
<@layout.emailLayout>
<#list sentences as sentence>
<p>${msg(sentence, label, instant, requester)}</p>
</#list>
<p>
${msg("apiCredentialRequest.operation")}: ${msg(operation, label)}<br>
<#if clientId?has_content>
${msg("apiCredentialRequest.clientId")}: ${clientId}<br>
</#if>
${msg("apiCredentialRequest.realm")}: ${realmName}<br>
<#if reason?has_content>
${msg("apiCredentialRequest.reason")}: ${reason}<br>
</#if>
${msg("apiCredentialRequest.requestedBy")}: ${requester}<br>
${msg("apiCredentialRequest.until")}: ${instant}
</p>
<#if link?has_content>
<p><a href="${link}">${msg("apiCredentialRequest.link")}</a></p>
</#if>
<p>${msg(why)}</p>
</@layout.emailLayout>
