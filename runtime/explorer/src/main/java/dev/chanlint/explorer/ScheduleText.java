package dev.chanlint.explorer;

import dev.chanlint.explorer.engine.Move;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Schedules as text: {@code 1:<steps>:<fingerprint>}. Each step is the number of the goroutine,
 * with {@code .alternative} if that is not 0, then {@code ~partner} likewise for a rendezvous, and
 * {@code xN} if it comes N times in a row; steps are separated by commas, and {@code ,+} stands at
 * their end if the execution would have gone on. The fingerprint, in hexadecimal, is one of the
 * {@link Fingerprint steps} and tells whether they are still the same. If racing accesses were
 * scheduling points, {@code :<accesses>} follows it ({@link
 * dev.chanlint.explorer.engine.Workload#exposed}).
 */
record ScheduleText(long[] choices, boolean endless, int fingerprint, String exposed) {

  private static final String VERSION = "1";
  private static final String ENDLESS = ",+";

  Schedule encode() {
    StringBuilder text = new StringBuilder(VERSION).append(':');
    for (int i = 0; i < choices.length; ) {
      int same = i + 1;
      while (same < choices.length && choices[same] == choices[i]) {
        same++;
      }
      if (i > 0) {
        text.append(',');
      }
      append(text, choices[i]);
      if (same - i > 1) {
        text.append('x').append(same - i);
      }
      i = same;
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
    String step = times < 0 ? token : token.substring(0, times);
    int count = times < 0 ? 1 : Integer.parseInt(token.substring(times + 1));
    int meeting = step.indexOf('~');
    String own = meeting < 0 ? step : step.substring(0, meeting);
    String partner = meeting < 0 ? "0" : step.substring(meeting + 1);
    long key = Move.key(goroutine(own), alternative(own), goroutine(partner), alternative(partner));
    return LongStream.generate(() -> key).limit(count);
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
