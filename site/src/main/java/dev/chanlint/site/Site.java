package dev.chanlint.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * The site: the Markdown of {@code docs}, the rules' pages, and whatever other Markdown of the
 * repository these lead to. Other files that they link to are copied beside them. A link that leads
 * nowhere is an error.
 */
public final class Site {

  private static final Path DOCS = Path.of("docs");
  private static final Path RULES = Path.of("rules/src/main/resources/dev/chanlint/rules");
  private static final Path INDEX = DOCS.resolve("README.md");
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.chanlint.site.templates");

  private final Path root;
  private final Map<Path, Page> pages = new TreeMap<>();
  private final TreeSet<Path> attachments = new TreeSet<>();
  private final List<String> mistakes = new ArrayList<>();

  private Site(Path root) {
    this.root = root;
  }

  /**
   * Builds the site.
   *
   * @param args the root of the repository, and the folder to write to
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Site.read(Path.of(args[0]).toRealPath()).write(Path.of(args[1]));
  }

  /**
   * Reads all pages.
   *
   * @param root the root of the repository
   * @return the site
   * @throws IOException if a file cannot be read
   * @throws SiteException if a page has no title, or there is no index
   */
  static Site read(Path root) throws IOException {
    Site site = new Site(root);
    Deque<Path> found = new ArrayDeque<>();
    found.addAll(site.markdownBelow(RULES));
    if (!found.isEmpty()) {
      site.add(Page.of(RULES.resolve("README.md"), Path.of("rules/index.html"), RuleIndex.text()));
    }
    found.addAll(site.markdownBelow(DOCS));
    while (!found.isEmpty()) {
      Path source = found.remove();
      if (!site.pages.containsKey(source)) {
        Page page = Page.of(source, target(source), Files.readString(root.resolve(source)));
        site.add(page);
        found.addAll(site.furtherPages(page));
      }
    }
    return site;
  }

  private void add(Page page) {
    pages.put(page.source(), page);
  }

  private List<Path> markdownBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .map(root::relativize)
          .filter(Site::isMarkdown)
          .sorted()
          .toList();
    }
  }

  private static boolean isMarkdown(Path file) {
    return file.toString().endsWith(".md");
  }

  private List<Path> furtherPages(Page page) {
    return Markdown.references(page.document()).stream()
        .map(Site::destination)
        .filter(Site::isInternal)
        .map(destination -> Paths.resolve(page.source(), withoutAnchor(destination)))
        .filter(Site::isMarkdown)
        .filter(file -> Files.isRegularFile(root.resolve(file)))
        .toList();
  }

  /** Where a file of the repository stands in the site. */
  private static Path target(Path source) {
    if (source.equals(INDEX)) {
      return Path.of("index.html");
    }
    String name = source.getFileName().toString().replaceFirst("\\.md$", ".html");
    if (source.startsWith(RULES)) {
      return Path.of("rules", name);
    }
    return source.startsWith(DOCS)
        ? DOCS.relativize(source.resolveSibling(name))
        : Path.of("project").resolve(source.resolveSibling(name));
  }

  /**
   * The pages.
   *
   * @return by where they come from, seen from the root of the repository
   */
  Map<Path, Page> pages() {
    return Map.copyOf(pages);
  }

  /**
   * Writes the site.
   *
   * @param folder where to; made if need be
   * @throws IOException if a file cannot be written
   * @throws SiteException if links lead nowhere
   */
  void write(Path folder) throws IOException {
    Page index = Objects.requireNonNull(pages.get(INDEX), () -> "no " + INDEX);
    Contents contents = Contents.of(index, pagesOf(DOCS));
    pages.values().forEach(this::pointIntoTheSite);
    if (!mistakes.isEmpty()) {
      throw new SiteException(String.join("\n", mistakes));
    }
    for (Page page : pages.values()) {
      write(folder.resolve(page.target()), render(page, index, contents));
    }
    for (Path attachment : attachments) {
      Path copy = folder.resolve(target(attachment));
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.copy(root.resolve(attachment), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    write(folder.resolve("site.css"), style());
  }

  private List<Page> pagesOf(Path folder) {
    return pages.values().stream().filter(page -> page.source().startsWith(folder)).toList();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private static String style() throws IOException {
    try (InputStream in = Objects.requireNonNull(Site.class.getResourceAsStream("site.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Makes links between files of the repository links between pages. */
  private void pointIntoTheSite(Page page) {
    for (Node reference : Markdown.references(page.document())) {
      String destination = destination(reference);
      if (isFolderWithoutPage(page, destination)) {
        unlink(reference);
      } else if (isInternal(destination)) {
        point(reference, inSite(page, destination));
      }
    }
  }

  /** A folder can be browsed in the repository, and not on the site. */
  private boolean isFolderWithoutPage(Page page, String destination) {
    return isInternal(destination)
        && !withoutAnchor(destination).isEmpty()
        && Files.isDirectory(root.resolve(Paths.resolve(page.source(), destination)))
        && pageAt(Paths.resolve(page.source(), destination)).isEmpty();
  }

  private static void unlink(Node link) {
    for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
      link.insertBefore(child);
    }
    link.unlink();
  }

  private static void point(Node reference, String destination) {
    switch (reference) {
      case Link link -> link.setDestination(destination);
      case Image image -> image.setDestination(destination);
      default -> throw new IllegalArgumentException("neither a link nor an image: " + reference);
    }
  }

  private static String destination(Node reference) {
    return switch (reference) {
      case Link link -> link.getDestination();
      case Image image -> image.getDestination();
      default -> throw new IllegalArgumentException("neither a link nor an image: " + reference);
    };
  }

  private static boolean isInternal(String destination) {
    return !destination.matches("[a-z]+:.*");
  }

  private static String withoutAnchor(String destination) {
    return destination.replaceFirst("#.*", "");
  }

  /** A link of a page, as it is in the site; what leads nowhere is noted. */
  private String inSite(Page page, String destination) {
    String place = withoutAnchor(destination);
    String anchor = destination.substring(place.length());
    Path file = place.isEmpty() ? page.source() : Paths.resolve(page.source(), place);
    Optional<Page> other = pageAt(file);
    if (other.isPresent()) {
      checkAnchor(page, destination, other.get(), anchor);
      return place.isEmpty() ? anchor : Paths.link(page.target(), other.get().target()) + anchor;
    }
    if (!Files.isRegularFile(root.resolve(file))) {
      mistakes.add("%s: the link to %s leads to no file".formatted(page.source(), destination));
      return destination;
    }
    attachments.add(file);
    return Paths.link(page.target(), target(file));
  }

  /** The page of a file, or of what a folder says of itself. */
  private Optional<Page> pageAt(Path file) {
    return Optional.ofNullable(pages.get(file))
        .or(() -> Optional.ofNullable(pages.get(file.resolve("README.md"))));
  }

  private void checkAnchor(Page page, String destination, Page other, String anchor) {
    if (!anchor.isEmpty() && !other.anchors().containsValue(anchor.substring(1))) {
      mistakes.add("%s: the link to %s leads to no heading".formatted(page.source(), destination));
    }
  }

  private String render(Page page, Page index, Contents contents) {
    PageView view =
        new PageView(
            page.title(),
            "../".repeat(page.target().getNameCount() - 1),
            contents.groups().stream().map(group -> view(group, index, page)).toList(),
            page.parts().stream().map(part -> view(page, part)).toList(),
            Markdown.html(page.document(), page.anchors()));
    StringOutput output = new StringOutput();
    TEMPLATES.render("page.jte", view, output);
    return output.toString();
  }

  private PageView.Group view(Contents.Group group, Page index, Page page) {
    return new PageView.Group(
        group.title(),
        group.entries().stream()
            .map(
                entry -> {
                  String fromIndex = inSite(index, entry.link());
                  Path target = Paths.resolve(index.target(), withoutAnchor(fromIndex));
                  String anchor = fromIndex.substring(withoutAnchor(fromIndex).length());
                  return new PageView.Entry(
                      entry.title(),
                      Paths.link(page.target(), target) + anchor,
                      target.equals(page.target()));
                })
            .toList());
  }

  private static PageView.Entry view(Page page, Heading part) {
    return new PageView.Entry(Markdown.text(part), "#" + page.anchors().get(part), false);
  }
}
