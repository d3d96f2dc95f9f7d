package dev.chanlint.explorer.worker;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/**
 * How a record is taken apart and put together. Asking the JDK is slow and a long witness has
 * thousands of records, so the answers are kept.
 *
 * @param types of the components
 * @param accessors of the components
 * @param constructor the canonical one
 */
record RecordShape(List<Type> types, List<Method> accessors, Constructor<?> constructor) {

  private static final ClassValue<RecordShape> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return find(type);
        }
      };

  /** The shape of a record class. */
  static RecordShape of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static RecordShape find(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] erased =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(erased);
      constructor.setAccessible(true);
      List<Method> accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toList();
      accessors.forEach(accessor -> accessor.setAccessible(true));
      return new RecordShape(
          Arrays.stream(components).map(RecordComponent::getGenericType).toList(),
          accessors,
          constructor);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its constructor: " + type, e);
    }
  }

  /** The value of a component. */
  Object get(Record one, int component) {
    try {
      return accessors.get(component).invoke(one);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + accessors.get(component), e);
    }
  }

  /** A record with these values. */
  Object make(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot call " + constructor, e);
    }
  }
}
