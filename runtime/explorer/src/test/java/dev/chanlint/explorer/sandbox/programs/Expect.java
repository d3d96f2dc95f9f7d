package dev.chanlint.explorer.sandbox.programs;

import dev.chanlint.explorer.Fault;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every exploration of the program must find: this, all of it, and no more. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Expect {

  /** The outputs; a line feed stands as {@code |}. */
  String[] outputs() default {""};

  /** The faults. */
  Fault[] faults() default {};

  /** What the reason says for which the exploration was cut short; empty if it was exhaustive. */
  String limit() default "";

  /** Why the JDK itself may print something else; empty if it prints nothing but the outputs. */
  String unlikeJdk() default "";
}
