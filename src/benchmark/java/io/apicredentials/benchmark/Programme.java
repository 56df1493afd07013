package io.apicredentials.benchmark;

import io.apicredentials.testing.BuildFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All contests of a run, one after the other, and the servers on which they are held. */
final class Programme implements AutoCloseable {

    private final List<ServerUnderTest> servers;
    private final List<Contest> contests;
    private final String placement;
    private final List<Profile> profiles;
    private int present;
    private @Nullable Window window;

    private Programme(List<ServerUnderTest> servers, List<Contest> contests, List<Profile> profiles) {
        this.servers = servers;
        this.contests = contests;
        this.profiles = profiles;
        this.placement = ServerUnderTest.place(servers);
    }

    /** Starts the servers and makes the clients. */
    static Programme prepare(BuildFiles files, BenchmarkSettings settings) {
        List<ServerUnderTest> servers = new ArrayList<>();
        List<Contest> contests = new ArrayList<>();
        BenchmarkSettings.Form form = settings.form();
        if (form.hasH2()) {
            addH2(files, settings, servers, contests);
        }
        if (form.hasPostgres()) {
            addPostgres(files, settings, servers, contests);
        }
        if (form == BenchmarkSettings.Form.MANY) {
            addMany(files, CacheContests.MOST, settings.withLongWarmUp(), servers, contests);
        }
        List<Profile> profiles =
                settings.profile() ? servers.stream().map(Profile::start).toList() : List.of();
        return new Programme(servers, contests, profiles);
    }

    private static void addH2(
            BuildFiles files, BenchmarkSettings settings, List<ServerUnderTest> servers, List<Contest> contests) {
        ServerUnderTest h2 = ServerUnderTest.onH2(files, "benchmark", files.providerJar(), settings.jdk());
        servers.add(h2);
        settings.before()
                .map(jar -> ServerUnderTest.onH2(files, "benchmark-before", jar, settings.jdk()))
                .ifPresent(before -> {
                    servers.add(before);
                    contests.add(Contests.besideVersionBefore(h2, before, settings));
                });
        contests.add(Contests.onH2(h2, settings));
    }

    private static void addPostgres(
            BuildFiles files, BenchmarkSettings settings, List<ServerUnderTest> servers, List<Contest> contests) {
        Path jar = files.providerJar();
        ServerUnderTest postgres =
                ServerUnderTest.onPostgres(files, "benchmark-postgres", jar, settings.jdk(), List.of());
        servers.add(postgres);
        contests.add(Contests.onPostgres(postgres, settings.withLongWarmUp()));
        contests.add(Contests.onPostgresWithEvents(postgres, settings));
        settings.corretto()
                .map(corretto -> ServerUnderTest.onPostgresWithCorretto(
                        files, "benchmark-corretto", jar, corretto, settings.jdk()))
                .ifPresent(server -> {
                    servers.add(server);
                    contests.add(Contests.onPostgresWithNativeSignatures(server, settings.withLongWarmUp()));
                });
        if (settings.form() == BenchmarkSettings.Form.FULL) {
            contests.add(CacheContests.withDefaultCaches(postgres, settings));
            contests.add(CacheContests.withTooSmallCaches(postgres, settings));
            addCaches(files, settings, servers, contests);
        }
    }

    private static void addCaches(
            BuildFiles files, BenchmarkSettings settings, List<ServerUnderTest> servers, List<Contest> contests) {
        Path jar = files.providerJar();
        addMany(files, CacheContests.MANY, settings, servers, contests);
        ServerUnderTest cold =
                ServerUnderTest.onPostgres(files, "benchmark-cold", jar, settings.jdk(), CacheContests.SMALL_CACHES);
        servers.add(cold);
        contests.add(CacheContests.withoutCaches(cold, settings));
    }

    private static void addMany(
            BuildFiles files,
            int number,
            BenchmarkSettings settings,
            List<ServerUnderTest> servers,
            List<Contest> contests) {
        ServerUnderTest large = ServerUnderTest.onPostgresWithHeap(
                files, "benchmark-large", files.providerJar(), settings.jdk(), CacheContests.recommendedCaches(number));
        servers.add(large);
        contests.add(CacheContests.withRecommendedCaches(large, number, settings));
    }

    /** Whether there is anything left to do; a virtual user asks before each of its requests. */
    synchronized boolean isOn() {
        while (present < contests.size()) {
            Optional<Window> turn = contests.get(present).turn();
            if (turn.isPresent()) {
                window = turn.get();
                return true;
            }
            present++;
        }
        return false;
    }

    /** The turn that the next request takes part in. */
    synchronized Window window() {
        if (window == null) {
            throw new IllegalStateException("nobody has asked yet whether there is a turn");
        }
        return window;
    }

    /** A sentence on what runs where. */
    String placement() {
        return placement;
    }

    /** The tables, whether the targets are met, and where the processor time goes if that was asked for. */
    String report() {
        Stream<String> results = contests.stream().map(Report::of);
        Stream<String> samples = profiles.stream().flatMap(profile -> profile.report(contests).stream());
        return Stream.concat(results, samples).collect(Collectors.joining("\n"));
    }

    /** Sentences on answers that nobody expected, and on targets that were missed. */
    List<String> problems() {
        return contests.stream()
                .flatMap(contest -> Stream.concat(
                        contest.problems().stream(),
                        contest.targets().stream()
                                .filter(target -> !target.isMet(contest))
                                .map(target -> contest.title() + ": " + target.verdict(contest))))
                .toList();
    }

    /** Stops the servers. */
    @Override
    public void close() {
        profiles.forEach(Profile::end);
        servers.forEach(ServerUnderTest::close);
    }
}
