package com.example.balances;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@EnableMethodSecurity
@RestController
public class BalancesApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BalancesApplication.class, arguments);
    }

    @GetMapping("/balances")
    @PreAuthorize("hasAuthority('SCOPE_balances:read')")
    List<String> all() {
        return List.of();
    }

    @GetMapping("/vaults/{vault}/balances")
    @PreAuthorize("hasAnyAuthority('SCOPE_balances:read', 'SCOPE_balances:read:vault', 'SCOPE_balances:read:vault:' + #vault)")
    List<String> ofVault(@PathVariable String vault) {
        return List.of();
    }

    /** Only tokens of API credentials: those of other clients have no permission set. */
    @Bean
    OAuth2TokenValidator<Jwt> ofAnApiCredential() {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtClaimValidator<>("permission_set", Objects::nonNull),
                new JwtClaimValidator<>("typ", "Bearer"::equals));
    }

    /** Each request has its token, so no session is needed; without this, a refusal sets its cookie. */
    @Bean
    Customizer<HttpSecurity> withoutSessions() {
        return http -> http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
