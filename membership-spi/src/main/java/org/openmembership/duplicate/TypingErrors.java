package org.openmembership.duplicate;

/** Whether two texts differ so little that one may be the other, mistyped. */
final class TypingErrors {
    private static final int SHORT = 4;
    private static final int LONG = 8;

    private TypingErrors() {}

    /** One letter for up to 4, two for up to 8, three for longer ones; two neighbours that changed places count once. */
    static boolean isLikely(String one, String other) {
        int length = Math.max(one.length(), other.length());
        int allowed = length <= SHORT ? 1 : length <= LONG ? 2 : 3;
        return Math.abs(one.length() - other.length()) <= allowed && distance(one, other) <= allowed;
    }

    /** How many letters have to be added, left out, replaced or swapped with the next, each place touched once. */
    static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 ? j : j == 0 ? i : next(steps, one, other, i, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int next(int[][] steps, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int best = Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
