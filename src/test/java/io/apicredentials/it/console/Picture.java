package io.apicredentials.it.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What a part of a page looks like, without a caret. */
final class Picture {

    private static final int MOST_TRIES = 50;
    private static final int RED = 0xff0000;
    private static final int PALE = 0xc0c0c0;

    /** Of 255, for each of red, green and blue: the edges of letters do not come out quite the same each time. */
    private static final int TOLERANCE = 8;

    private final byte[] png;

    private Picture(byte[] png) {
        this.png = png;
    }

    /** Takes pictures until one is like the one before: the page has come to rest. */
    static Picture of(Locator part) {
        Picture last = take(part);
        for (int i = 0; i < MOST_TRIES; i++) {
            Picture next = take(part);
            if (next.isLike(last)) {
                return next;
            }
            last = next;
        }
        throw new AssertionError("does not come to rest: " + part.page().url());
    }

    private static Picture take(Locator part) {
        return new Picture(
                part.screenshot(new Locator.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED)));
    }

    /** Whether every pixel is the same, to the eye. */
    boolean isLike(Picture other) {
        return Arrays.equals(png, other.png) || differences(other) == 0;
    }

    /** How many pixels are not the same. */
    int differences(Picture other) {
        return new Comparison(image(), other.image()).count();
    }

    /** This picture, paler, with red where the other differs. */
    Picture markedAgainst(Picture other) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try {
            ImageIO.write(new Comparison(image(), other.image()).marked(), "png", result);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Picture(result.toByteArray());
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, png);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private BufferedImage image() {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Comparison(BufferedImage one, BufferedImage two) {

        int count() {
            int count = 0;
            for (int y = 0; y < height(); y++) {
                for (int x = 0; x < width(); x++) {
                    count += differs(x, y) ? 1 : 0;
                }
            }
            return count;
        }

        BufferedImage marked() {
            BufferedImage marked = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height(); y++) {
                for (int x = 0; x < width(); x++) {
                    marked.setRGB(x, y, differs(x, y) ? RED : one.getRGB(x, y) | PALE);
                }
            }
            return marked;
        }

        private int width() {
            return Math.max(one.getWidth(), two.getWidth());
        }

        private int height() {
            return Math.max(one.getHeight(), two.getHeight());
        }

        private boolean differs(int x, int y) {
            return !has(one, x, y) || !has(two, x, y) || differ(one.getRGB(x, y), two.getRGB(x, y));
        }

        private static boolean has(BufferedImage image, int x, int y) {
            return x < image.getWidth() && y < image.getHeight();
        }

        private static boolean differ(int one, int two) {
            return one != two
                    && IntStream.of(0, 8, 16)
                            .anyMatch(shift -> Math.abs((one >> shift & 255) - (two >> shift & 255)) > TOLERANCE);
        }
    }
}
