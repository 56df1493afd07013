package com.example.ledger;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

/** Calls an API twice, with one token, and writes what it says. */
@SpringBootApplication
public class LedgerApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(LedgerApplication.class, arguments);
    }

    @Bean
    RestClient ledger(
            @Value("${API_URL}") String url,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService tokens) {
        // This manager works without a request of a user, and keeps the token until a minute before its end.
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, tokens);
        var interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
        interceptor.setClientRegistrationIdResolver(request -> "ledger");
        // After a 401 of the API, the next call asks for a new token.
        interceptor.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(tokens));
        return RestClient.builder().baseUrl(url).requestInterceptor(interceptor).build();
    }

    @Bean
    CommandLineRunner export(RestClient ledger) {
        return arguments -> {
            for (int call = 0; call < 2; call++) {
                HttpStatusCode status =
                        ledger.get().uri("/balances").exchange((request, response) -> response.getStatusCode());
                System.out.println(status);
            }
        };
    }
}
