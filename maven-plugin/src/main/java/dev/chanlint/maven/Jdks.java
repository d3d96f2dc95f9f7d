package dev.chanlint.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** Finds a JDK that the analyzer runs on. */
final class Jdks {

  /** The first release of Java that the analyzer runs on. */
  static final int NEEDED = 25;

  private Jdks() {}

  /** The home of a JDK that is new enough: Maven's own, a toolchain, or one in a usual place. */
  static Optional<Path> find(ToolchainManager toolchains, MavenSession session) {
    return Stream.of(
            Stream.of(Path.of(Objects.requireNonNull(System.getProperty("java.home")))),
            fromToolchains(toolchains, session),
            fromEnvironment(),
            inUsualPlaces())
        .flatMap(homes -> homes)
        .filter(Jdks::isNewEnough)
        .findFirst();
  }

  private static Stream<Path> fromToolchains(ToolchainManager manager, MavenSession session) {
    String range = "[" + NEEDED + ",)";
    List<Toolchain> found = manager.getToolchains(session, "jdk", Map.of("version", range));
    return (found == null ? List.<Toolchain>of() : found)
        .stream()
            .map(toolchain -> toolchain.findTool("java"))
            .filter(Objects::nonNull)
            .map(java -> Path.of(java).getParent())
            .filter(Objects::nonNull)
            .map(Path::getParent)
            .filter(Objects::nonNull);
  }

  private static Stream<Path> fromEnvironment() {
    return System.getenv().entrySet().stream()
        .filter(entry -> entry.getKey().matches("JAVA_HOME|JDK\\d*|JAVA\\d*_HOME|JAVA_HOME_.*"))
        .map(entry -> Path.of(entry.getValue()));
  }

  private static Stream<Path> inUsualPlaces() {
    Path user = Path.of(Objects.requireNonNull(System.getProperty("user.home")));
    return Stream.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/usr/java"),
            Path.of("/opt"),
            Path.of("/opt/java"),
            Path.of("/Library/Java/JavaVirtualMachines"),
            user.resolve("Library/Java/JavaVirtualMachines"),
            user.resolve(".jdks"),
            user.resolve(".sdkman/candidates/java"),
            Path.of("C:/Program Files/Java"),
            Path.of("C:/Program Files/Eclipse Adoptium"))
        .flatMap(folder -> children(folder).stream())
        .flatMap(home -> Stream.of(home, home.resolve("Contents/Home")));
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean isNewEnough(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release)) {
      return false;
    }
    try (Reader reader = Files.newBufferedReader(release)) {
      Properties properties = new Properties();
      properties.load(reader);
      return feature(properties.getProperty("JAVA_VERSION", "")) >= NEEDED;
    } catch (IOException e) {
      return false;
    }
  }

  private static int feature(String version) {
    String number = version.replace("\"", "").split("[.+-]", 2)[0];
    return number.matches("\\d+") ? Integer.parseInt(number) : 0;
  }
}
