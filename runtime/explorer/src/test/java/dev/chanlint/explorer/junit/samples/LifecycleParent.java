package dev.chanlint.explorer.junit.samples;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What {@link Lifecycle} inherits: its methods come first, and those of interfaces before them. */
class LifecycleParent implements LifecycleTrait {

  static final List<String> CALLS = new ArrayList<>();

  @BeforeEach
  void parent() {
    CALLS.add("parent");
  }

  @BeforeEach
  void overridden() {
    CALLS.add("never");
  }
}
