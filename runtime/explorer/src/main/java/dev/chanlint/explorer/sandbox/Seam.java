package dev.chanlint.explorer.sandbox;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which class files stand for which classes. The runtime's engine is replaced by its model: the
 * class file of {@code dev.chanlint.explorer.model.Mutex} is read for {@code
 * dev.chanlint.runtime.Mutex}, and renamed. Names are internal.
 */
final class Seam {

  private static final String MODEL = "dev/chanlint/explorer/model/";
  private static final String RUNTIME = "dev/chanlint/runtime/";
  private static final String EXPLORER = "dev/chanlint/explorer/";

  /** The models that stand for the JDK's classes: renamed code names them. */
  private static final String JUC = EXPLORER + "juc/";

  /** The runtime's classes that have a twin in the model; their nested classes go with them. */
  private static final List<String> TWINS =
      List.of(
          RUNTIME + "engine/Engine",
          RUNTIME + "engine/Alarm",
          RUNTIME + "engine/Cancellation",
          RUNTIME + "Mutex",
          RUNTIME + "RWMutex",
          RUNTIME + "WaitGroup",
          RUNTIME + "Cond");

  /** What a select hands its result over in. */
  private static final String CONFINED = RUNTIME + "engine/Selected";

  private static final List<String> JDK =
      List.of("java/", "javax/", "jdk/", "sun/", "com/sun/", "org/w3c/dom/", "org/xml/sax/");

  /** What the explorer's own class files' addresses begin with, up to the package. */
  private static final String HOME = home();

  private static final Renaming RENAMING =
      new Renaming(Pattern.compile(MODEL + "[A-Za-z0-9]+"), Seam::renamed);

  private Seam() {}

  private static String home() {
    String own = EXPLORER + "sandbox/Seam.class";
    URL url = Seam.class.getResource("/" + own);
    if (url == null) {
      throw new IllegalStateException("the explorer's own class files cannot be read");
    }
    String address = url.toString();
    return address.substring(0, address.length() - own.length());
  }

  /** Whether a class is shared with the explorer rather than defined for the code under test. */
  static boolean isOutside(String name) {
    if (name.startsWith(EXPLORER)) {
      return !name.startsWith(MODEL) && isExplorers(name);
    }
    return JDK.stream().anyMatch(name::startsWith);
  }

  /**
   * Whether a class is one of those that explore, which are none of the code under test's business.
   */
  static boolean isInternal(String name) {
    return name.startsWith(EXPLORER)
        && name.indexOf('/', EXPLORER.length()) > 0
        && !name.startsWith(EXPLORER + "junit/")
        && !name.startsWith(MODEL)
        && !name.startsWith(JUC)
        && isExplorers(name);
  }

  /** Tests of the explorer share its packages, so the name alone does not tell. */
  private static boolean isExplorers(String name) {
    URL url = Seam.class.getResource("/" + name + ".class");
    return url != null && url.toString().startsWith(HOME);
  }

  /** Whether a class is the model's or a renamed twin: run as it is, for it calls the engine. */
  static boolean isModel(String name) {
    return name.startsWith(MODEL) || isTwin(name);
  }

  /** Whether the runtime keeps each object of a class to the goroutine that made it. */
  static boolean isConfined(String name) {
    return name.equals(CONFINED);
  }

  /** Whether a class belongs to the runtime. */
  static boolean isRuntime(String name) {
    return name.startsWith(RUNTIME);
  }

  private static boolean isTwin(String name) {
    String outermost = outermost(name);
    return TWINS.contains(outermost);
  }

  private static String outermost(String name) {
    int dollar = name.indexOf('$');
    return dollar < 0 ? name : name.substring(0, dollar);
  }

  /** The class file that stands for a class, renamed where needed; null if there is none. */
  static byte @Nullable [] read(ClassSource source, String name) {
    if (InterfaceStatics.isHolder(name)) {
      byte[] own = read(source, InterfaceStatics.interfaceOf(name));
      return own == null ? null : InterfaceStatics.make(own, ClassFile.of());
    }
    if (isTwin(name)) {
      byte[] twin = source.own(MODEL + name.substring(name.lastIndexOf('/') + 1));
      return twin == null ? null : adapt(twin);
    }
    if (name.startsWith(MODEL)) {
      byte[] model = source.own(name);
      return model == null ? null : adapt(model);
    }
    if (Replacements.isCopy(name)) {
      return Replacements.copy(name);
    }
    byte[] underTest = source.underTest(name);
    byte[] own = underTest == null && name.startsWith(RUNTIME) ? source.own(name) : underTest;
    return own == null ? null : Replacements.rename(own);
  }

  /** The renaming parts classes that were in one package, so what was package-private is opened. */
  private static byte[] adapt(byte[] bytes) {
    ClassFile classFile = ClassFile.of();
    ClassTransform widen = Access.widenClass().andThen(Access.widenMembers());
    return RENAMING.apply(classFile.transformClass(classFile.parse(bytes), widen));
  }

  private static String renamed(String name) {
    String simple = name.substring(MODEL.length());
    return Stream.of(RUNTIME + "engine/" + simple, RUNTIME + simple)
        .filter(TWINS::contains)
        .findFirst()
        .orElse(name);
  }
}
