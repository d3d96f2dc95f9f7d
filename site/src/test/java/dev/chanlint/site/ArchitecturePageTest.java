package dev.chanlint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The diagrams of {@code docs/architecture.md} say what the modules and packages are. */
class ArchitecturePageTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              "dev.chanlint.runtime",
              "dev.chanlint.explorer",
              "dev.chanlint.model",
              "dev.chanlint.rules",
              "dev.chanlint.analyzer");

  private static Map<String, Set<String>> drawn(int number) throws IOException {
    Page page =
        Objects.requireNonNull(Site.read(Path.of("")).pages().get(Path.of("docs/architecture.md")));
    List<Diagram> diagrams =
        Snippet.of(page).stream()
            .filter(snippet -> snippet.language().equals("mermaid"))
            .map(snippet -> Diagram.parse(snippet.code()))
            .toList();
    return diagrams.get(number).arrows();
  }

  @Test
  void modulesKnowWhatTheirPomsSay() throws IOException {
    Map<String, Set<String>> graph = new TreeMap<>();
    for (Path pom : poms()) {
      Document document = Jsoup.parse(Files.readString(pom), org.jsoup.parser.Parser.xmlParser());
      Element module = Objects.requireNonNull(document.selectFirst("project > artifactId"));
      document.select("project > dependencies > dependency").stream()
          .filter(dependency -> dependency.select("> groupId").text().equals("dev.chanlint"))
          .forEach(
              dependency ->
                  add(graph, name(module.text()), name(dependency.select("> artifactId").text())));
    }
    assertThat(drawn(0)).isEqualTo(withoutShortcuts(graph));
  }

  private static List<Path> poms() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(""), 3)) {
      return files
          .filter(file -> file.endsWith("pom.xml") && !file.toString().contains("target"))
          .filter(file -> !file.startsWith("testdata"))
          .toList();
    }
  }

  private static String name(String artifact) {
    return artifact.replaceFirst("^chanlint-", "");
  }

  @Test
  void theAnalyzersRoomsKnowWhatTheirClassesUse() throws IOException {
    assertThat(drawn(1))
        .isEqualTo(rooms(Pattern.compile("dev\\.chanlint\\.(?:analyzer\\.)?(\\w+)")));
  }

  @Test
  void theExplorersRoomsKnowWhatTheirClassesUse() throws IOException {
    assertThat(drawn(2))
        .isEqualTo(rooms(Pattern.compile("dev\\.chanlint\\.(?:explorer\\.(\\w+)|(runtime))")));
  }

  /** Which rooms know which; a room is what a pattern captures of its packages' names. */
  private static Map<String, Set<String>> rooms(Pattern pattern) {
    Map<String, Set<String>> graph = new TreeMap<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        room(pattern, from)
            .forEach(
                one ->
                    room(pattern, dependency.getTargetClass())
                        .forEach(other -> add(graph, one, other)));
      }
    }
    return withoutShortcuts(graph);
  }

  private static List<String> room(Pattern pattern, JavaClass type) {
    Matcher matcher = pattern.matcher(type.getPackageName());
    if (!matcher.lookingAt() || type.getPackageName().equals("dev.chanlint.analyzer")) {
      return List.of();
    }
    return Stream.iterate(1, i -> i <= matcher.groupCount(), i -> i + 1)
        .map(matcher::group)
        .filter(Objects::nonNull)
        .toList();
  }

  private static void add(Map<String, Set<String>> graph, String from, String to) {
    graph.computeIfAbsent(from, key -> new TreeSet<>());
    graph.computeIfAbsent(to, key -> new TreeSet<>());
    if (!from.equals(to)) {
      graph.get(from).add(to);
    }
  }

  /** Leaves out each arrow that follows from others. */
  private static Map<String, Set<String>> withoutShortcuts(Map<String, Set<String>> graph) {
    Map<String, Set<String>> reduced = new TreeMap<>();
    graph.forEach(
        (from, known) -> {
          Set<String> needed = new TreeSet<>(known);
          known.forEach(
              between ->
                  reachable(graph, between).stream()
                      .filter(further -> !further.equals(between))
                      .forEach(needed::remove));
          reduced.put(from, needed);
        });
    return reduced;
  }

  private static Set<String> reachable(Map<String, Set<String>> graph, String from) {
    Set<String> reached = new TreeSet<>(Set.of(from));
    graph.getOrDefault(from, Set.of()).forEach(known -> reached.addAll(reachable(graph, known)));
    return reached;
  }

  @Test
  void aDiagramIsDrawnWithItsArrowsPastOtherNodes() {
    String svg = Diagram.parse("flowchart TD\n  a --> b\n  b --> c\n  a --> c\n").svg();

    Document picture = Jsoup.parse(svg);
    assertThat(picture.select("text").eachText()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(picture.select("path[marker-end]")).hasSize(3);
    assertThat(picture.select("svg").attr("aria-label")).isEqualTo("a knows b, c; b knows c");
  }

  @Test
  void aDiagramOfSomethingElseOrWithACycleIsRefused() {
    assertThatThrownBy(() -> Diagram.parse("a --- b")).hasMessageContaining("a --- b");
    assertThatThrownBy(() -> Diagram.parse("a --> b\nb --> a").svg()).hasMessageContaining("cycle");
  }
}
