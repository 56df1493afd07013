<#import "template.ftl" as layout>
<#macro field id label value rows>
    <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormGroupLabelClass!}">
            <label for="${id}" class="${properties.kcFormLabelClass!}"><span class="${properties.kcFormLabelTextClass!}">${label}</span></label>
        </div>
        <span class="${properties.kcInputClass!} ${properties.kcFormReadOnlyClass!}">
            <textarea id="${id}" rows="${rows}" readonly autocomplete="off" autocapitalize="none" spellcheck="false" dir="ltr">${value}</textarea>
        </span>
    </div>
</#macro>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${delivery.title}
    <#elseif section = "form">
        <div id="api-credential-delivery" class="${properties.kcFormClass!}" data-page="${delivery.page}">
            <#list delivery.texts as text>
                <p>${text}</p>
            </#list>
            <#if delivery.page == "open">
                <dl>
                    <dt><strong>${msg("apiCredentialDelivery.name")}</strong></dt>
                    <dd id="credential-name">${delivery.name}</dd>
                    <dt><strong>${msg("apiCredentialDelivery.validUntil")}</strong></dt>
                    <dd id="valid-until">${delivery.validUntil}</dd>
                </dl>
                <form method="post">
                    <button id="show-secret" type="submit" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("apiCredentialDelivery.button")}</button>
                </form>
            <#elseif delivery.page == "secret">
                <@field id="client-id" label=msg("apiCredentialDelivery.clientId") value=delivery.clientId rows="1" />
                <@field id="client-secret" label=msg("apiCredentialDelivery.clientSecret") value=delivery.clientSecret rows="2" />
                <@field id="token-endpoint" label=msg("apiCredentialDelivery.tokenEndpoint") value=delivery.tokenEndpoint rows="2" />
            </#if>
            <#if delivery.languages?has_content>
                <nav aria-label="${msg("languages")}">
                    <ul>
                        <#list delivery.languages as language>
                            <li><a href="?kc_locale=${language.languageTag?url("UTF-8")}" lang="${language.languageTag}" hreflang="${language.languageTag}"<#if language.languageTag == delivery.language> aria-current="true"</#if>>${language.label}</a></li>
                        </#list>
                    </ul>
                </nav>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
