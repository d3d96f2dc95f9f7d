package dev.chanlint.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Markdown with tables, as it is read where repositories are browsed. */
final class Markdown {

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private Markdown() {}

  /**
   * Parses a text.
   *
   * @param text Markdown
   * @return the document
   */
  static Node parse(String text) {
    return PARSER.parse(text);
  }

  /**
   * The headings of a document with the anchors that lead to them: words in lower case, joined by
   * hyphens, and numbered where they repeat.
   *
   * @param document the document
   * @return the anchors, in reading order
   */
  static Map<Heading, String> anchors(Node document) {
    IdGenerator ids = IdGenerator.builder().build();
    Map<Heading, String> anchors = new LinkedHashMap<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            anchors.put(heading, ids.generateId(text(heading)));
          }
        });
    return anchors;
  }

  /**
   * The words of a node, without markup.
   *
   * @param node the node
   * @return its text
   */
  static String text(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak softLineBreak) {
            words.append(' ');
          }
        });
    return words.toString();
  }

  /**
   * The links and images of a document.
   *
   * @param document the document
   * @return its links and images, in reading order
   */
  static List<Node> references(Node document) {
    List<Node> references = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            references.add(link);
            visitChildren(link);
          }

          @Override
          public void visit(Image image) {
            references.add(image);
          }
        });
    return references;
  }

  /**
   * Renders a document.
   *
   * @param document the document
   * @param anchors its headings' anchors
   * @return HTML
   */
  static String html(Node document, Map<Heading, String> anchors) {
    return HtmlRenderer.builder()
        .extensions(List.of(TablesExtension.create()))
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  if (node instanceof Heading heading && anchors.containsKey(heading)) {
                    attributes.put("id", anchors.get(heading));
                  }
                })
        .nodeRendererFactory(CodeBlocks::new)
        .build()
        .render(document);
  }

  /** Code that can be scrolled by keyboard, and diagrams as pictures. */
  private record CodeBlocks(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
      FencedCodeBlock block = (FencedCodeBlock) node;
      HtmlWriter out = context.getWriter();
      out.line();
      if (block.getInfo().equals("mermaid")) {
        out.raw(Diagram.parse(block.getLiteral()).svg());
      } else {
        out.tag("pre", Map.of("tabindex", "0"));
        out.tag("code");
        out.text(block.getLiteral());
        out.tag("/code");
        out.tag("/pre");
      }
      out.line();
    }
  }
}
