package dev.chanlint.explorer.junit.samples;

import org.junit.jupiter.api.BeforeEach;

/** Has a default method. */
interface LifecycleTrait {
  @BeforeEach
  default void trait() {
    LifecycleParent.CALLS.add("trait");
  }
}
