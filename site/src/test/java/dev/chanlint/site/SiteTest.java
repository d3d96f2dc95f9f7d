package dev.chanlint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site as it is written: complete, and every link in it leads somewhere. */
class SiteTest {

  @TempDir private static Path folder = Path.of("");

  private static List<Path> files = List.of();

  @BeforeAll
  static void build() throws IOException {
    Site.read(Path.of("")).write(folder);
    files = below(folder);
  }

  private static List<Path> below(Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<Path> pages() {
    return files.stream().filter(file -> file.toString().endsWith(".html")).toList();
  }

  private static Document parse(Path page) throws IOException {
    return Jsoup.parse(page, "UTF-8", page.toUri().toString());
  }

  @Test
  void hasEveryPageOfTheDocumentationAndOfTheRules() throws IOException {
    for (Path source : below(Path.of("docs"))) {
      if (source.toString().endsWith(".md") && !source.endsWith("README.md")) {
        String page = Path.of("docs").relativize(source).toString().replaceFirst("md$", "html");
        assertThat(folder.resolve(page)).exists();
      }
    }
    for (Path rule : below(Path.of("rules/src/main/resources"))) {
      assertThat(folder.resolve("rules/" + rule.getFileName().toString().replace(".md", ".html")))
          .exists();
    }
  }

  @Test
  void noLinkIsDead() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : pages()) {
      for (Element element : parse(page).select("[href], [src]")) {
        String link = element.hasAttr("href") ? element.absUrl("href") : element.absUrl("src");
        if (!link.startsWith("http") && !leadsSomewhere(URI.create(link))) {
          dead.add(folder.relativize(page) + ": " + element.outerHtml());
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  private static boolean leadsSomewhere(URI link) throws IOException {
    Path file = Path.of(link.getPath());
    return file.startsWith(folder)
        && Files.isRegularFile(file)
        && (link.getFragment() == null || parse(file).getElementById(link.getFragment()) != null);
  }

  @Test
  void eachPageCanBeReachedFromTheContents() throws IOException {
    Document index = parse(folder.resolve("index.html"));
    List<String> listed = index.select("nav.contents a").eachAttr("href");

    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      assertThat(listed)
          .containsAll(
              docs.map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                  .map(name -> name.replaceFirst("md$", "html"))
                  .toList());
    }
  }

  @Test
  void eachPageSaysWhereOneIs() throws IOException {
    Document page = parse(folder.resolve("verdicts.html"));

    assertThat(page.select("[aria-current=page]").eachText()).containsExactly("Verdicts");
    assertThat(page.select("h1").eachText()).hasSize(1);
    assertThat(page.title()).isEqualTo("Verdicts – chanlint");
  }

  @Test
  void whatLeadsNowhereIsToldWithThePageAndTheLink(@TempDir Path repository) throws IOException {
    Files.createDirectories(repository.resolve("rules/src/main/resources/dev/chanlint/rules"));
    Path docs = Files.createDirectories(repository.resolve("docs"));
    Files.writeString(docs.resolve("README.md"), "# All\n\n[a](a.md) [b](b.md)\n");
    Files.writeString(docs.resolve("a.md"), "# A\n\n[x](README.md#none) ![y](y.png)\n");

    assertThatThrownBy(() -> Site.read(repository).write(folder.resolve("broken")))
        .hasMessageContaining("docs/README.md: the link to b.md leads to no file")
        .hasMessageContaining("docs/a.md: the link to README.md#none leads to no heading")
        .hasMessageContaining("docs/a.md: the link to y.png leads to no file");
  }

  @Test
  void whatTheRepositoryHasAndTheSiteHasNotKeepsItsText(@TempDir Path repository)
      throws IOException {
    Files.createDirectories(repository.resolve("rules/src/main/resources/dev/chanlint/rules"));
    Path docs = repository.resolve("docs");
    Files.createDirectories(docs.resolve("decisions"));
    Files.writeString(docs.resolve("README.md"), "# All\n\nOf [the `rest`](../rules) later.\n");
    Files.writeString(docs.resolve("decisions/1.md"), "# One\n");

    Path site = folder.resolve("folders");
    Site.read(repository).write(site);

    Document index = parse(site.resolve("index.html"));
    assertThat(index.select("main p").text()).isEqualTo("Of the rest later.");
    assertThat(index.select("main a")).isEmpty();
    assertThat(index.select("nav a").eachAttr("href")).containsExactly("decisions/1.html");
  }

  @Test
  void aPageWithoutATitleIsToldByName(@TempDir Path repository) throws IOException {
    Files.createDirectories(repository.resolve("rules/src/main/resources/dev/chanlint/rules"));
    Path docs = Files.createDirectories(repository.resolve("docs"));
    Files.writeString(docs.resolve("README.md"), "# All\n");
    Files.writeString(docs.resolve("a.md"), "No heading.\n");

    assertThatThrownBy(() -> Site.read(repository).write(folder.resolve("broken")))
        .hasMessage("docs/a.md: no heading of the first level");
  }
}
