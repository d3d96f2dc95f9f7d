package dev.chanlint.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a program that shows something; it fails by an exception unless it is to end otherwise. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Holds {

  /** What it shows. */
  String value();

  /** The state of the main goroutine in the deadlock that every execution ends in; or empty. */
  String deadlock() default "";

  /** The message of the exception that a goroutine of every execution dies of; or empty. */
  String panic() default "";

  /** Why only the real engine can show it; empty if the explorer can, too. */
  String realOnly() default "";

  /** It counts the outcomes of many random choices. */
  String STATISTICAL = "statistical";

  /** It relies on a long time not passing; under the explorer any time may pass between steps. */
  String TIMED = "timed";

  /** It does wrong on purpose what the explorer reports before it shows. */
  String MISUSE = "misuse";

  /** Some of its schedules never end, though none of those is fair. */
  String UNFAIR = "unfair";
}
