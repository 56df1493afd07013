package io.apicredentials.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a virtual machine of its own, where every look-up of one of the names would succeed. */
class PeerAddressLookUpTest {

    /** The last three are no names that anybody would register, but a forwarding header can carry them. */
    private static final List<String> NAMES = List.of("api.example.com", "cafe", "dead.beef", ".1:2", "..:", ".:");

    @TempDir
    private Path directory;

    @Test
    void looksNoNameUp() throws IOException, InterruptedException {
        Path hosts = directory.resolve("hosts");
        Files.write(hosts, NAMES.stream().map(name -> "203.0.113.7 " + name).toList());

        List<String> printed = run("-Djdk.net.hosts.file=" + hosts, NAMES);

        assertThat(printed).hasSameSizeAs(NAMES).allMatch(line -> line.equals("found by the JDK, not read by us"));
    }

    private List<String> run(String property, List<String> arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = String.join(File.pathSeparator, folderOf(PeerAddress.class), folderOf(Look.class));
        List<String> command = new ArrayList<>(List.of(java, property, "-cp", classes, Look.class.getName()));
        command.addAll(arguments);
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.waitFor();
        return Files.readAllLines(output);
    }

    private static String folderOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getPath();
    }

    /** Prints what becomes of each name. */
    static final class Look {

        private Look() {}

        public static void main(String[] names) throws IOException {
            for (String name : names) {
                String jdk = InetAddress.getByName(name).getHostAddress().equals("203.0.113.7") ? "found" : "not found";
                String ours = PeerAddress.parse(name).isPresent() ? "read" : "not read";
                System.out.println(jdk + " by the JDK, " + ours + " by us");
            }
        }
    }
}
