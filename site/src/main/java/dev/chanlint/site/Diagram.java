package dev.chanlint.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A directed graph without cycles, drawn in layers: an arrow leads downward, from who knows to what
 * is known. It is written in the least part of Mermaid's language that says so, which places that
 * show Markdown draw themselves: a line {@code a --> b} for each arrow.
 *
 * @param arrows from each node, where its arrows lead
 */
record Diagram(Map<String, Set<String>> arrows) {

  private static final Pattern ARROW = Pattern.compile("\\s*([\\w-]+) --> ([\\w-]+)\\s*");
  private static final int WIDTH = 132;
  private static final int HEIGHT = 34;
  private static final int ACROSS = 20;
  private static final int DOWN = 44;
  private static final int SWEEPS = 8;

  /**
   * Reads a diagram.
   *
   * @param text a line {@code flowchart TD}, then an arrow a line
   * @return the diagram
   * @throws SiteException if a line is none of these
   */
  static Diagram parse(String text) {
    Map<String, Set<String>> arrows = new LinkedHashMap<>();
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("flowchart "))
        .forEach(
            line -> {
              Matcher arrow = ARROW.matcher(line);
              if (!arrow.matches()) {
                throw new SiteException("not an arrow of a diagram: " + line);
              }
              arrows
                  .computeIfAbsent(arrow.group(1), key -> new LinkedHashSet<>())
                  .add(arrow.group(2));
              arrows.computeIfAbsent(arrow.group(2), key -> new LinkedHashSet<>());
            });
    return new Diagram(arrows);
  }

  /** Where something stands: a node, or a bend of an arrow that passes a layer. */
  private record Place(String name, int layer, boolean isBend) {}

  /** A piece of an arrow, from one layer to the next. */
  private record Piece(Place from, Place to) {}

  /**
   * Draws it.
   *
   * @return an SVG element
   * @throws SiteException if it has a cycle
   */
  String svg() {
    List<Piece> pieces = pieces();
    List<List<Place>> layers = layers(pieces);
    int widest = layers.stream().mapToInt(List::size).max().orElse(0);
    Map<Place, Double> centres = centres(layers, widest);
    String picture =
        pieces.stream().map(piece -> draw(piece, centres)).collect(Collectors.joining())
            + layers.stream()
                .flatMap(List::stream)
                .filter(place -> !place.isBend())
                .map(place -> draw(place, centres))
                .collect(Collectors.joining());
    return """
    <svg class="diagram" role="img" aria-label="%s" viewBox="0 0 %d %d">
    <defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" \
    orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
    %s</svg>
    """
        .formatted(
            inWords(), widest * (WIDTH + ACROSS), layers.size() * (HEIGHT + DOWN) - DOWN, picture);
  }

  private String inWords() {
    return arrows.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> entry.getKey() + " knows " + String.join(", ", entry.getValue()))
        .collect(Collectors.joining("; "));
  }

  /** The layer of each node: one below the lowest of those that know it. */
  private Map<String, Integer> depths() {
    Map<String, Integer> depths = new HashMap<>();
    arrows.keySet().forEach(node -> sink(node, 0, depths));
    return depths;
  }

  private void sink(String node, int depth, Map<String, Integer> depths) {
    if (depth >= arrows.size()) {
      throw new SiteException("a diagram with a cycle: " + inWords());
    }
    if (depths.getOrDefault(node, -1) < depth) {
      depths.put(node, depth);
      arrows.getOrDefault(node, Set.of()).forEach(known -> sink(known, depth + 1, depths));
    }
  }

  private List<Piece> pieces() {
    Map<String, Integer> depths = depths();
    List<Piece> pieces = new ArrayList<>();
    arrows.forEach(
        (from, known) ->
            known.forEach(
                to -> {
                  Place last = new Place(from, depths.getOrDefault(from, 0), false);
                  int end = depths.getOrDefault(to, 0);
                  for (int layer = last.layer() + 1; layer < end; layer++) {
                    Place bend = new Place(from + " to " + to, layer, true);
                    pieces.add(new Piece(last, bend));
                    last = bend;
                  }
                  pieces.add(new Piece(last, new Place(to, end, false)));
                }));
    return pieces;
  }

  /** The places of each layer, each under the middle of those above that lead to it. */
  private static List<List<Place>> layers(List<Piece> pieces) {
    List<List<Place>> layers = new ArrayList<>();
    Set<Place> places = new LinkedHashSet<>();
    pieces.forEach(
        piece -> {
          places.add(piece.from());
          places.add(piece.to());
        });
    for (Place place : places) {
      while (layers.size() <= place.layer()) {
        layers.add(new ArrayList<>());
      }
      layers.get(place.layer()).add(place);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean downward = sweep % 2 == 0;
      for (int i = 1; i < layers.size(); i++) {
        int moved = downward ? i : layers.size() - 1 - i;
        order(layers.get(moved), layers.get(downward ? moved - 1 : moved + 1), pieces);
      }
    }
    return layers;
  }

  private static void order(List<Place> layer, List<Place> beside, List<Piece> pieces) {
    Map<Place, Double> middles = new HashMap<>();
    for (Place place : layer) {
      middles.put(
          place,
          pieces.stream()
              .filter(piece -> piece.from().equals(place) || piece.to().equals(place))
              .map(piece -> piece.from().equals(place) ? piece.to() : piece.from())
              .filter(beside::contains)
              .mapToDouble(beside::indexOf)
              .average()
              .orElse(layer.indexOf(place)));
    }
    layer.sort(Comparator.comparingDouble(place -> middles.getOrDefault(place, 0.0)));
  }

  private static Map<Place, Double> centres(List<List<Place>> layers, int widest) {
    Map<Place, Double> centres = new HashMap<>();
    for (List<Place> layer : layers) {
      double indent = (widest - layer.size()) / 2.0;
      for (int i = 0; i < layer.size(); i++) {
        centres.put(layer.get(i), (indent + i + 0.5) * (WIDTH + ACROSS));
      }
    }
    return centres;
  }

  private static int top(Place place) {
    return place.layer() * (HEIGHT + DOWN);
  }

  private static String draw(Piece piece, Map<Place, Double> centres) {
    double x = centres.getOrDefault(piece.from(), 0.0);
    double end = centres.getOrDefault(piece.to(), 0.0);
    int y = top(piece.from()) + (piece.from().isBend() ? HEIGHT / 2 : HEIGHT);
    int endY = top(piece.to()) + (piece.to().isBend() ? HEIGHT / 2 : 0);
    int middle = (y + endY) / 2;
    return "<path class=\"arrow\" d=\"M%.0f %dC%.0f %d %.0f %d %.0f %d\"%s/>\n"
        .formatted(
            x,
            y,
            x,
            middle,
            end,
            middle,
            end,
            endY,
            piece.to().isBend() ? "" : " marker-end=\"url(#head)\"");
  }

  private static String draw(Place node, Map<Place, Double> centres) {
    double centre = centres.getOrDefault(node, 0.0);
    return """
    <rect x="%.0f" y="%d" width="%d" height="%d" rx="4"/><text x="%.0f" y="%d">%s</text>
    """
        .formatted(
            centre - WIDTH / 2.0,
            top(node),
            WIDTH,
            HEIGHT,
            centre,
            top(node) + HEIGHT / 2 + 5,
            node.name());
  }
}
