package dev.chanlint.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * The contents of the site, in groups: what {@code docs/README.md} lists, and under a last heading
 * the pages of {@code docs} that it does not.
 *
 * @param groups the groups
 */
record Contents(List<Group> groups) {

  /**
   * Pages under one heading.
   *
   * @param title the heading
   * @param entries the pages
   */
  record Group(String title, List<Entry> entries) {}

  /**
   * A page by the name that the contents give it.
   *
   * @param title the name
   * @param link what leads to it, from {@code docs/README.md}
   */
  record Entry(String title, String link) {}

  /**
   * Reads the contents.
   *
   * @param index the page that lists them
   * @param pages all pages in its folder and below
   * @return the contents
   */
  static Contents of(Page index, List<Page> pages) {
    List<Group> groups = new ArrayList<>();
    for (Heading heading : index.parts()) {
      groups.add(new Group(Markdown.text(heading), entriesBelow(heading)));
    }
    Path folder = Optional.ofNullable(index.source().getParent()).orElse(Path.of(""));
    List<Entry> unlisted =
        pages.stream()
            .filter(page -> !page.equals(index))
            .map(page -> new Entry(page.title(), Paths.text(folder.relativize(page.source()))))
            .filter(entry -> groups.stream().noneMatch(group -> lists(group, entry)))
            .toList();
    if (!unlisted.isEmpty()) {
      groups.add(new Group("More", unlisted));
    }
    return new Contents(groups);
  }

  private static boolean lists(Group group, Entry page) {
    return group.entries().stream().anyMatch(entry -> entry.link().equals(page.link()));
  }

  /** The first link of each item, up to the next heading. */
  private static List<Entry> entriesBelow(Heading heading) {
    List<Entry> entries = new ArrayList<>();
    for (Node node = heading.getNext();
        node != null && !(node instanceof Heading);
        node = node.getNext()) {
      for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
        Markdown.references(item).stream()
            .filter(Link.class::isInstance)
            .map(Link.class::cast)
            .limit(1)
            .map(link -> new Entry(Markdown.text(link), link.getDestination()))
            .forEach(entries::add);
      }
    }
    return entries;
  }
}
