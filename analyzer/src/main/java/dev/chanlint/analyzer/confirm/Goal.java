package dev.chanlint.analyzer.confirm;

import dev.chanlint.explorer.Failure;
import java.util.function.Predicate;

/** What an exploration is to show; when it has, it may stop. */
public interface Goal {

  /** Never reached: all there is to see is wanted. */
  Goal NONE =
      new Goal() {
        @Override
        public Predicate<Failure> watch() {
          return failure -> false;
        }

        @Override
        public String fingerprint() {
          return "";
        }
      };

  /**
   * Watches one exploration.
   *
   * @return hears of each failure once, in the order they are met; true when the goal is reached
   */
  Predicate<Failure> watch();

  /**
   * What tells it from other goals.
   *
   * @return the same text for goals that are reached by the same failures
   */
  String fingerprint();
}
