package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.operation.Scheduling;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Stands for what reads the time: virtual time, from a fixed start. */
public final class Clocks {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Clocks() {}

  /** {@link System#nanoTime}. */
  public static long nanoTime() {
    return Execution.current() == null ? System.nanoTime() : Scheduling.nanoTime();
  }

  /** {@link System#currentTimeMillis}. */
  public static long currentTimeMillis() {
    return instant().toEpochMilli();
  }

  private static Instant instant() {
    return START.plusNanos(nanoTime());
  }

  private static Clock clock() {
    return Clock.fixed(instant(), ZoneOffset.UTC);
  }

  /** Each {@code now()} of {@code java.time}, told apart by what it returns. */
  public static final class Now {

    private Now() {}

    /** {@link Instant#now()}. */
    public static Instant instant() {
      return Clocks.instant();
    }

    /** {@link LocalDate#now()}. */
    public static LocalDate localDate() {
      return LocalDate.now(clock());
    }

    /** {@link LocalTime#now()}. */
    public static LocalTime localTime() {
      return LocalTime.now(clock());
    }

    /** {@link LocalDateTime#now()}. */
    public static LocalDateTime localDateTime() {
      return LocalDateTime.now(clock());
    }

    /** {@link ZonedDateTime#now()}. */
    public static ZonedDateTime zonedDateTime() {
      return ZonedDateTime.now(clock());
    }

    /** {@link OffsetDateTime#now()}. */
    public static OffsetDateTime offsetDateTime() {
      return OffsetDateTime.now(clock());
    }
  }

  /** {@link Clock#instant}, also of the system's clocks. */
  public static Instant instant(Clock clock) {
    return isSystem(clock) ? instant() : clock.instant();
  }

  /** {@link Clock#millis}. */
  public static long millis(Clock clock) {
    return isSystem(clock) ? currentTimeMillis() : clock.millis();
  }

  private static boolean isSystem(Clock clock) {
    ZoneId zone = clock.getZone();
    return clock.equals(Clock.system(zone));
  }
}
