package dev.chanlint.explorer;

import dev.chanlint.explorer.engine.Move;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Schedules as text: {@code 1:<steps>:<fingerprint>}. Each step is the number of the goroutine,
 * with {@code .alternative} if that is not 0, then {@code ~partner} likewise for a rendezvous, and
 * {@code xN} if it comes N times in a row; steps are separated by commas, those that come N times
 * in a row together by {@code -}, and {@code ,+} stands at their end if the execution would have
 * gone on. The fingerprint, in hexadecimal, is one of the {@link Fingerprint steps} and tells
 * whether they are still the same. If racing accesses were scheduling points, {@code :<accesses>}
 * follows it ({@link dev.chanlint.explorer.engine.Workload#exposed}).
 */
record ScheduleText(long[] choices, boolean endless, int fingerprint, String exposed) {

  private static final String VERSION = "1";
  private static final String ENDLESS = ",+";

  /** The most steps that are looked at as coming again and again, and how often they have to. */
  private static final int LONGEST_PERIOD = 32;

  private static final int LEAST_TIMES = 8;

  Schedule encode() {
    StringBuilder text = new StringBuilder(VERSION).append(':');
    for (int i = 0; i < choices.length; ) {
      text.append(i > 0 ? "," : "");
      i += appendFrom(text, i, periodAt(i));
    }
    if (endless) {
      text.append(ENDLESS);
    }
    text.append(':').append(Integer.toHexString(fingerprint));
    return new Schedule(exposed.isEmpty() ? text.toString() : text.append(':') + exposed);
  }

  /**
   * Reads a schedule.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static ScheduleText decode(Schedule schedule) {
    String text = schedule.text();
    String[] parts = text.split(":", -1);
    if (!parts[0].equals(VERSION) || parts.length < 3 || parts.length > 4) {
      throw new IllegalArgumentException("not a schedule: " + text);
    }
    String steps = parts[1];
    boolean endless = steps.endsWith(ENDLESS);
    if (endless) {
      steps = steps.substring(0, steps.length() - ENDLESS.length());
    }
    try {
      long[] choices =
          steps.isEmpty()
              ? new long[0]
              : Arrays.stream(steps.split(",")).flatMapToLong(ScheduleText::steps).toArray();
      return new ScheduleText(
          choices,
          endless,
          Integer.parseUnsignedInt(parts[2], 16),
          parts.length == 4 ? parts[3] : "");
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a schedule: " + text, e);
    }
  }

  /** How many steps from one on come again and again at once; 1 if that saves nothing. */
  private int periodAt(int from) {
    int best = 1;
    int most = Math.max(times(from, 1), LEAST_TIMES - 1);
    for (int period = 2; period <= LONGEST_PERIOD; period++) {
      int times = times(from, period);
      if (times > most) {
        best = period;
        most = times;
      }
    }
    return best;
  }

  private int times(int from, int period) {
    int same = from + period;
    while (same < choices.length && choices[same] == choices[same - period]) {
      same++;
    }
    return (same - from) / period;
  }

  /** Writes so many steps, as often as they come; returns how many that were. */
  private int appendFrom(StringBuilder text, int from, int period) {
    int times = times(from, period);
    for (int i = from; i < from + period; i++) {
      text.append(i > from ? "-" : "");
      append(text, choices[i]);
    }
    if (times > 1) {
      text.append('x').append(times);
    }
    return times * period;
  }

  private static void append(StringBuilder text, long key) {
    append(text, Move.goroutine(key), Move.alternative(key));
    if (Move.partner(key) != 0) {
      append(text.append('~'), Move.partner(key), Move.partnersAlternative(key));
    }
  }

  private static void append(StringBuilder text, int goroutine, int alternative) {
    text.append(goroutine);
    if (alternative != 0) {
      text.append('.').append(alternative);
    }
  }

  private static LongStream steps(String token) {
    int times = token.indexOf('x');
    int count = times < 0 ? 1 : Integer.parseInt(token.substring(times + 1));
    if (count < 1) {
      throw new NumberFormatException(token);
    }
    long[] keys =
        Arrays.stream((times < 0 ? token : token.substring(0, times)).split("-", -1))
            .mapToLong(ScheduleText::step)
            .toArray();
    return IntStream.range(0, count).boxed().flatMapToLong(any -> LongStream.of(keys));
  }

  private static long step(String step) {
    int meeting = step.indexOf('~');
    String own = meeting < 0 ? step : step.substring(0, meeting);
    String partner = meeting < 0 ? "0" : step.substring(meeting + 1);
    return Move.key(goroutine(own), alternative(own), goroutine(partner), alternative(partner));
  }

  private static int goroutine(String participant) {
    int dot = participant.indexOf('.');
    return Integer.parseInt(dot < 0 ? participant : participant.substring(0, dot));
  }

  private static int alternative(String participant) {
    int dot = participant.indexOf('.');
    return dot < 0 ? 0 : Integer.parseInt(participant.substring(dot + 1));
  }
}
