package io.apicredentials.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A private Keycloak home. What a server writes to (data, providers, the result of {@code kc.sh build}) is its own; the
 * 170 MB of libraries are a symbolic link into the distribution.
 *
 * <p>A folder that was a home before is used again, because Keycloak then need not build itself again for an unchanged
 * provider, which is half of its start. For the same reason a new home begins as the copy of one beside it that was built
 * in the same way. Only after a start that did not succeed everything is made new.
 */
final class ServerHome {

    private final Path distribution;
    private final Path folder;

    ServerHome(Path distribution, Path folder) {
        this.distribution = distribution;
        this.folder = folder;
    }

    Path script() {
        return folder.resolve("bin/kc.sh");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    /**
     * Makes everything ready for a start.
     *
     * @param build what a server says about its build: two that say the same have the same
     */
    void prepare(String build, List<Path> providers, List<Path> realms, boolean keepData) {
        try {
            if (!isUsable(folder)) {
                delete(folder);
                create(equal(build).orElse(distribution));
            }
            Files.delete(usableMark(folder));
            if (!keepData) {
                delete(folder.resolve("data"));
            }
            replace(folder.resolve("providers"), providers);
            replace(folder.resolve("data/import"), realms);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make the server's home " + folder, failed);
        }
    }

    /** Makes it what another home is now, with its build and its providers. */
    void copyFrom(ServerHome other) {
        try {
            delete(folder);
            copy(other.folder, folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot copy " + other.folder + " to " + folder, failed);
        }
    }

    /** Says that what is in the folder works, so that it can be used again, and for others of that build. */
    void usable(String build) {
        try {
            Files.writeString(usableMark(folder), build);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path usableMark(Path home) {
        return home.resolve("usable");
    }

    private boolean isUsable(Path home) throws IOException {
        Path libraries = home.resolve("lib/lib");
        return Files.exists(usableMark(home))
                && Files.isSymbolicLink(libraries)
                && Files.readSymbolicLink(libraries).equals(distributionLibraries());
    }

    private Path distributionLibraries() throws IOException {
        return distribution.toRealPath().resolve("lib/lib");
    }

    /** Another home that was built so. */
    private Optional<Path> equal(String build) throws IOException {
        Files.createDirectories(folder.getParent());
        try (Stream<Path> beside = Files.list(folder.getParent())) {
            for (Path other : beside.toList()) {
                if (isUsable(other) && Files.readString(usableMark(other)).equals(build)) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }

    private void create(Path model) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("lib"));
        // kc.sh takes the folder above the one it really lies in as the home: a link to it would not do.
        for (String path : List.of(
                "bin/kc.sh", "conf", "lib/app", "lib/quarkus", "lib/quarkus-run.jar", "providers", "version.txt")) {
            copy(model.resolve(path), folder.resolve(path));
        }
        Files.createSymbolicLink(folder.resolve("lib/lib"), distributionLibraries());
        Files.createFile(usableMark(folder));
    }

    /** Keeps what is the same: Keycloak builds itself again when the time stamp of a provider has changed. */
    private static void replace(Path folder, List<Path> files) throws IOException {
        Files.createDirectories(folder);
        List<Path> targets =
                files.stream().map(file -> folder.resolve(file.getFileName())).toList();
        try (Stream<Path> present = Files.list(folder)) {
            for (Path file : present.toList()) {
                if (!targets.contains(file)) {
                    Files.delete(file);
                }
            }
        }
        for (Path file : files) {
            Path target = folder.resolve(file.getFileName());
            if (!Files.exists(target) || Files.mismatch(file, target) >= 0) {
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path to = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
