package dev.chanlint.model.machine;

/** A function object that the library made. */
public interface FunctionFacet extends Facet {

  /**
   * Performs a call of it: gives a result, raises an exception, blocks, or calls back.
   *
   * @param call the call
   */
  void call(Invocation call);
}
