import client.ApiClient;
import client.ApiException;
import client.api.CredentialsApi;
import client.api.SecretsApi;
import client.model.CreateCredential;
import client.model.IssuedCredential;
import client.model.PermissionRequest;
import client.model.RotateSecret;
import java.util.List;

/** What a program does with the generated client: it creates a credential, rotates its secret and deletes it. */
public final class RotateInJava {

    private RotateInJava() {}

    /** @param arguments the address of the realm's admin API, and an access token */
    public static void main(String[] arguments) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + arguments[1]));
        CredentialsApi credentials = new CredentialsApi(client);
        SecretsApi secrets = new SecretsApi(client);

        IssuedCredential created = credentials.createCredential(new CreateCredential()
                .permissionSet("wallets")
                .name("Made by a generated client")
                .allowedIps(List.of("127.0.0.1"))
                .permissions(List.of(
                        new PermissionRequest().type("balances").action("read").scope("org"))));
        System.out.println("created " + created.getId() + " " + created.getClientId() + " " + created.getStatus());

        IssuedCredential rotated = secrets.rotateSecret(created.getId(), new RotateSecret().overlap("P1D"));
        boolean isAnother = !rotated.getClientSecret().equals(created.getClientSecret());
        System.out.println("rotated " + isAnother + " " + rotated.getSecrets().size());

        credentials.deleteCredential(created.getId(), true, "It was an example");
        try {
            credentials.getCredential(created.getId());
        } catch (ApiException gone) {
            System.out.println("deleted " + gone.getCode());
        }
    }
}
