package dev.chanlint.explorer.hook;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;

/**
 * Whether a linked map puts the entry last that was looked up last, which it does not tell: "in
 * access-ordered linked hash maps, merely querying the map with get is a structural modification"
 * ({@link LinkedHashMap}).
 */
final class AccessOrder {

  private static final VarHandle FIELD = field();

  private AccessOrder() {}

  static boolean of(LinkedHashMap<?, ?> map) {
    return (boolean) FIELD.get(map);
  }

  /** Opens the map's package, which {@code java.lang} can: it is open, for goroutines need that. */
  private static VarHandle field() {
    try {
      Method open = Module.class.getDeclaredMethod("implAddOpens", String.class, Module.class);
      open.setAccessible(true);
      Class<?> owner = LinkedHashMap.class;
      open.invoke(owner.getModule(), owner.getPackageName(), AccessOrder.class.getModule());
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, "accessOrder", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JDK's LinkedHashMap is not the one of JDK 25", e);
    }
  }
}
