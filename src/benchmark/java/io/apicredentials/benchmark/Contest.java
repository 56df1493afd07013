package io.apicredentials.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parties that have their turn one after the other, since nothing but the ratio of neighbouring measurements means anything
 * on a machine that others use too. Turns are first given until the rates are steady, and then in rounds, of which every
 * second one goes backwards, so that nobody gains from a machine that gets faster or slower.
 */
final class Contest {

    private final String title;
    private final List<Party> parties;
    private final List<Target> targets;
    private final BenchmarkSettings settings;
    private final Map<Party, WarmUp> warmUps = new HashMap<>();
    private final List<Map<Party, Window>> rounds = new ArrayList<>();
    private final List<Window> ended = new ArrayList<>();
    private final List<Party> toCome = new ArrayList<>();
    private Optional<Window> current = Optional.empty();
    private long begin;
    private boolean isWarm;
    private boolean isOver;

    /**
     * @param title a heading
     * @param targets that are judged by the rounds
     */
    Contest(String title, List<Party> parties, List<Target> targets, BenchmarkSettings settings) {
        this.title = title;
        this.parties = parties;
        this.targets = targets;
        this.settings = settings;
    }

    /** The turn that a virtual user takes part in with its next request; empty when all are over. */
    synchronized Optional<Window> turn() {
        if (isOver) {
            return Optional.empty();
        }
        if (current.isEmpty()) {
            begin = System.nanoTime();
            next();
        } else if (current.get().isOver(settings.window())) {
            end(current.get());
            next();
        }
        return current;
    }

    private void end(Window window) {
        window.close();
        ended.add(window);
        if (isWarm) {
            rounds.get(rounds.size() - 1).put(window.party(), window);
        } else {
            warmUp(window.party()).add(window.perSecond());
        }
    }

    private WarmUp warmUp(Party party) {
        return warmUps.computeIfAbsent(party, of -> new WarmUp());
    }

    private void next() {
        if (toCome.isEmpty()) {
            isWarm = isWarm || isWarmEnough();
            if (isWarm && rounds.size() == settings.rounds()) {
                isOver = true;
                current = Optional.empty();
                return;
            }
            toCome.addAll(parties);
            if (isWarm) {
                rounds.add(new HashMap<>());
                if (rounds.size() % 2 == 0) {
                    Collections.reverse(toCome);
                }
            }
        }
        current = Optional.of(new Window(toCome.remove(0)));
    }

    private boolean isWarmEnough() {
        return parties.stream().map(this::warmUp).allMatch(WarmUp::isSteady)
                || Duration.ofNanos(System.nanoTime() - begin).compareTo(settings.longestWarmUp()) > 0;
    }

    String title() {
        return title;
    }

    List<Party> parties() {
        return parties;
    }

    List<Target> targets() {
        return targets;
    }

    /** What each party made of each round. */
    List<Map<Party, Window>> rounds() {
        return rounds;
    }

    /** The parties whose rates were not steady when measuring began. */
    List<Party> unsteady() {
        return parties.stream().filter(party -> !warmUp(party).isSteady()).toList();
    }

    /** Sentences on answers that nobody expected, before measuring began too. */
    List<String> problems() {
        return ended.stream()
                .flatMap(window -> window.problems().stream())
                .distinct()
                .toList();
    }
}
