package dev.chanlint.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * A page.
 *
 * @param source the file that it comes from, seen from the root of the repository
 * @param target the file that it becomes, seen from the root of the site
 * @param document what it says
 * @param anchors its headings, with the anchors that lead to them
 */
record Page(Path source, Path target, Node document, Map<Heading, String> anchors) {

  /**
   * A page from its text.
   *
   * @param source where it comes from
   * @param target where it goes
   * @param text Markdown
   * @return the page
   */
  static Page of(Path source, Path target, String text) {
    Node document = Markdown.parse(text);
    return new Page(source, target, document, Markdown.anchors(document));
  }

  /**
   * The text of its first heading.
   *
   * @return the title
   * @throws SiteException if it has none
   */
  String title() {
    return anchors.keySet().stream()
        .filter(heading -> heading.getLevel() == 1)
        .findFirst()
        .map(Markdown::text)
        .orElseThrow(() -> new SiteException(source + ": no heading of the first level"));
  }

  /**
   * Its headings of the second level.
   *
   * @return the headings, in reading order
   */
  List<Heading> parts() {
    return anchors.keySet().stream().filter(heading -> heading.getLevel() == 2).toList();
  }
}
