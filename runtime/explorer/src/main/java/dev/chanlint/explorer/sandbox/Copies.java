package dev.chanlint.explorer.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Objects of the caller, to be copied into the sandbox for each execution, by serialisation. */
public final class Copies {

  private static final byte[] NOTHING = {};

  private final byte[] serialized;

  private Copies(byte[] serialized) {
    this.serialized = serialized;
  }

  /** What {@link #serialized} made. */
  static Copies of(byte[] serialized) {
    return new Copies(serialized);
  }

  /** Whether there are no objects. */
  boolean isNone() {
    return serialized.length == 0;
  }

  /** As many objects, each got by its index. */
  static List<Object> listOf(int count, IntFunction<Object> get) {
    List<Object> objects = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      objects.add(get.apply(i));
    }
    return objects;
  }

  /**
   * Serialises objects.
   *
   * @param whose what to say of them if one cannot be: {@code the lambda captures}
   * @param remedy what to say can be done about it
   * @throws IllegalArgumentException if one is not serialisable; the message names its class
   */
  public static byte[] serialized(List<?> objects, String whose, String remedy) {
    if (objects.isEmpty()) {
      return NOTHING;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeInt(objects.size());
      for (Object object : objects) {
        out.writeObject(object);
      }
    } catch (NotSerializableException e) {
      throw new IllegalArgumentException(
          whose
              + " what cannot be copied for each execution ("
              + e.getMessage()
              + " is not serialisable); "
              + remedy,
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          whose + " what cannot be copied for each execution (" + e + "); " + remedy, e);
    }
    return bytes.toByteArray();
  }

  /** New copies, of classes of the sandbox where it has them. */
  @Nullable Object[] in(ClassLoader sandbox) throws IOException, ClassNotFoundException {
    if (serialized.length == 0) {
      return new Object[0];
    }
    try (ObjectInputStream in = new SandboxInput(new ByteArrayInputStream(serialized), sandbox)) {
      Object[] objects = new Object[in.readInt()];
      for (int i = 0; i < objects.length; i++) {
        objects[i] = in.readObject();
      }
      return objects;
    }
  }

  /** Reads objects into classes of the sandbox. */
  private static final class SandboxInput extends ObjectInputStream {

    private final ClassLoader sandbox;

    SandboxInput(InputStream in, ClassLoader sandbox) throws IOException {
      super(in);
      this.sandbox = sandbox;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(description.getName(), false, sandbox);
      } catch (ClassNotFoundException e) {
        return super.resolveClass(description);
      }
    }
  }
}
