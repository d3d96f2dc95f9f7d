package dev.chanlint.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;

/**
 * A block of code on a page.
 *
 * @param name which one it is, for people
 * @param language what it is written in
 * @param code the code
 * @param remark what an HTML comment right before it says, which readers do not see
 * @param output what a block of plain text right after it shows
 */
record Snippet(
    String name, String language, String code, Optional<Remark> remark, Optional<String> output) {

  private static final Pattern COMMENT = Pattern.compile("<!-- (\\w+) (.*) -->\\s*");

  /**
   * How a snippet is to be taken.
   *
   * @param word {@code given} before the variables that statements use, as parameters are declared;
   *     {@code from} before the file that the snippet is a part of; {@code file} before the name
   *     under which it is kept
   * @param text what stands behind the word
   */
  record Remark(String word, String text) {}

  /**
   * The snippets of a page.
   *
   * @param page the page
   * @return its snippets, in reading order
   */
  static List<Snippet> of(Page page) {
    List<Snippet> snippets = new ArrayList<>();
    for (Node node = page.document().getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FencedCodeBlock block) {
        snippets.add(
            new Snippet(
                page.source() + " #" + (snippets.size() + 1),
                block.getInfo(),
                block.getLiteral(),
                remark(block.getPrevious()),
                output(block.getNext())));
      }
    }
    return snippets;
  }

  private static Optional<Remark> remark(Node before) {
    if (before instanceof HtmlBlock html) {
      Matcher comment = COMMENT.matcher(html.getLiteral());
      if (comment.matches()) {
        return Optional.of(new Remark(comment.group(1), comment.group(2)));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> output(Node after) {
    return after instanceof FencedCodeBlock block
            && block.getInfo().equals("text")
            && !block.getLiteral().startsWith("$ ")
        ? Optional.of(block.getLiteral())
        : Optional.empty();
  }

  /**
   * What a remark says.
   *
   * @param word the remark's word
   * @return the rest of it, if there is one with that word
   */
  Optional<String> remark(String word) {
    return remark.filter(said -> said.word().equals(word)).map(Remark::text);
  }

  /** Whether it shows commands and what they print. */
  boolean isSession() {
    return code.startsWith("$ ");
  }

  /**
   * A command and what it prints.
   *
   * @param line the command line
   * @param output what is shown below it
   */
  record Command(String line, String output) {}

  /**
   * The commands of a session.
   *
   * @return the commands, in order
   */
  List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    for (String part : code.split("(?m)^\\$ ", -1)) {
      if (!part.isEmpty()) {
        int end = part.indexOf('\n');
        commands.add(new Command(part.substring(0, end), part.substring(end + 1)));
      }
    }
    return commands;
  }

  @Override
  public String toString() {
    return name;
  }
}
