package dev.chanlint.explorer.sandbox;

import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What code under test is not let do: effects that would reach past the execution, and accesses and
 * concurrency that the explorer does not control. The table has a row for each class: its name, the
 * methods (all of them for {@code *}; {@code <init>} for constructors), and what they do, for a
 * reader.
 */
final class Refusals {

  private static final String TABLE =
      """
      java/io/FileOutputStream <init> writes a file
      java/io/FileWriter <init> writes a file
      java/io/RandomAccessFile <init> opens a file for writing
      java/io/PrintStream <init>(Ljava/lang/String;,<init>(Ljava/io/File; writes a file
      java/io/PrintWriter <init>(Ljava/lang/String;,<init>(Ljava/io/File; writes a file
      java/util/Formatter <init>(Ljava/lang/String;,<init>(Ljava/io/File; writes a file
      java/util/logging/FileHandler <init> writes a file
      java/util/zip/ZipFile <init> opens a file
      java/io/File createNewFile,createTempFile,delete,deleteOnExit,mkdir,mkdirs,renameTo,setExecutable,setLastModified,setReadable,setReadOnly,setWritable changes the file system
      java/nio/file/Files copy,createDirectories,createDirectory,createFile,createLink,createSymbolicLink,createTempDirectory,createTempFile,delete,deleteIfExists,move,newBufferedWriter,newByteChannel,newOutputStream,setAttribute,setLastModifiedTime,setOwner,setPosixFilePermissions,write,writeString changes the file system
      java/nio/channels/FileChannel open opens a file channel
      java/nio/channels/AsynchronousFileChannel open opens a file channel
      java/nio/file/FileSystems newFileSystem opens a file system
      java/nio/file/FileSystem newWatchService watches the file system
      java/net/Socket <init> opens a socket
      java/net/ServerSocket <init> opens a socket
      java/net/DatagramSocket <init> opens a socket
      java/net/MulticastSocket <init> opens a socket
      java/nio/channels/SocketChannel open opens a socket
      java/nio/channels/ServerSocketChannel open opens a socket
      java/nio/channels/DatagramChannel open opens a socket
      java/nio/channels/AsynchronousSocketChannel open opens a socket
      java/nio/channels/AsynchronousServerSocketChannel open opens a socket
      java/nio/channels/Selector open opens a selector
      java/nio/channels/Pipe open opens a pipe
      javax/net/SocketFactory createSocket opens a socket
      javax/net/ServerSocketFactory createServerSocket opens a socket
      java/net/URL openConnection,openStream,getContent opens a connection
      java/net/InetAddress getByName,getAllByName,getLocalHost,isReachable asks the network
      java/net/NetworkInterface * asks the network
      java/net/http/HttpClient newHttpClient,newBuilder opens a connection
      com/sun/net/httpserver/HttpServer create opens a socket
      com/sun/net/httpserver/HttpsServer create opens a socket
      com/sun/net/httpserver/SimpleFileServer createFileServer opens a socket
      java/sql/DriverManager getConnection opens a connection
      java/lang/ProcessBuilder start,startPipeline starts a process
      java/lang/ProcessHandle destroy,destroyForcibly,onExit controls a process
      java/lang/Runtime exec starts a process
      java/lang/Runtime exit,halt exits the JVM
      java/lang/Runtime addShutdownHook,removeShutdownHook sets a shutdown hook
      java/lang/Runtime load,loadLibrary loads native code
      java/lang/System exit exits the JVM
      java/lang/System load,loadLibrary loads native code
      java/lang/System setProperty,setProperties,clearProperty sets a property of the JVM
      java/lang/System setOut,setErr,setIn,setSecurityManager sets a stream of the JVM
      java/lang/System console reads the console
      java/util/Locale setDefault sets a default of the JVM
      java/util/TimeZone setDefault sets a default of the JVM
      java/net/URLConnection setDefaultUseCaches,setContentHandlerFactory,setFileNameMap sets a default of the JVM
      java/net/URL setURLStreamHandlerFactory sets a default of the JVM
      java/net/ProxySelector setDefault sets a default of the JVM
      java/net/CookieHandler setDefault sets a default of the JVM
      java/net/Authenticator setDefault sets a default of the JVM
      java/security/Security addProvider,insertProviderAt,removeProvider,setProperty sets a default of the JVM
      java/security/Policy setPolicy sets a default of the JVM
      javax/net/ssl/SSLContext setDefault sets a default of the JVM
      javax/net/ssl/HttpsURLConnection setDefaultHostnameVerifier,setDefaultSSLSocketFactory sets a default of the JVM
      java/util/logging/LogManager reset,readConfiguration,updateConfiguration sets a default of the JVM
      java/util/prefs/Preferences * uses the user's preferences
      java/lang/management/ManagementFactory * manages the JVM
      java/lang/foreign/Linker nativeLinker calls native code
      java/lang/foreign/SymbolLookup libraryLookup,loaderLookup calls native code
      java/lang/instrument/Instrumentation * changes classes
      java/awt/Desktop * opens a window
      java/lang/Thread setDefaultUncaughtExceptionHandler sets a default of the JVM
      java/lang/Thread stop,getAllStackTraces,enumerate,activeCount controls threads in a way that is not modelled
      java/lang/ThreadGroup * controls threads in a way that is not modelled
      java/lang/ref/Cleaner create,register waits for the garbage collector
      java/lang/ref/ReferenceQueue poll,remove waits for the garbage collector
      java/awt/EventQueue invokeLater,invokeAndWait starts a thread that is not under control
      sun/misc/Signal * handles signals
      java/util/Collection parallelStream runs a parallel stream, which is not modelled
      java/lang/InheritableThreadLocal <init> inherits values from thread to thread, which is not modelled
      java/util/concurrent/ConcurrentHashMap forEach(J,forEachKey(J,forEachValue(J,forEachEntry(J,search(J,searchKeys(J,searchValues(J,searchEntries(J,reduce(J,reduceKeys(J,reduceValues(J,reduceEntries(J,reduceToInt(J,reduceToLong(J,reduceToDouble(J runs in parallel, which is not modelled
      java/util/stream/BaseStream parallel runs a parallel stream, which is not modelled
      java/util/Arrays parallelSort,parallelPrefix,parallelSetAll runs in parallel, which is not modelled
      java/util/concurrent/SubmissionPublisher <init> uses java.util.concurrent.SubmissionPublisher, which is not modelled
      java/lang/invoke/MethodHandles$Lookup findGetter,findSetter,findStaticGetter,findStaticSetter,unreflectGetter,unreflectSetter accesses a field by a MethodHandle
      java/lang/invoke/MethodHandles$Lookup defineClass,defineHiddenClass,defineHiddenClassWithClassData defines a class that is not under control
      java/lang/ClassLoader <init>,defineClass defines a class that is not under control
      java/security/SecureClassLoader <init> defines a class that is not under control
      java/net/URLClassLoader <init>,newInstance defines a class that is not under control
      java/lang/ModuleLayer defineModules,defineModulesWithOneLoader,defineModulesWithManyLoaders defines a class that is not under control
      javax/tools/ToolProvider getSystemJavaCompiler runs the compiler
      sun/misc/Unsafe * accesses memory by Unsafe
      jdk/internal/misc/Unsafe * accesses memory by Unsafe
      java/io/PipedInputStream read,connect uses a pipe, which is not modelled
      java/io/PipedOutputStream write,connect uses a pipe, which is not modelled
      java/io/PipedReader read uses a pipe, which is not modelled
      java/io/PipedWriter write uses a pipe, which is not modelled
      java/util/Scanner <init>(Ljava/io/InputStream; reads standard input
      java/security/SecureRandom * draws from SecureRandom, which can not be repeated
      """;

  private record Row(String owner, List<String> methods, String reason) {

    boolean matches(String name, MethodTypeDesc type) {
      String whole = name + type.descriptorString();
      return methods.stream()
          .anyMatch(
              m -> m.equals("*") || m.equals(name) || m.indexOf('(') > 0 && whole.startsWith(m));
    }
  }

  private static final Map<String, List<Row>> BY_METHOD = new HashMap<>();
  private static final List<Row> WHOLE = new ArrayList<>();

  static {
    for (String line : TABLE.lines().toList()) {
      String[] parts = line.split(" ", 3);
      Row row = new Row(parts[0], List.of(parts[1].split(",")), parts[2]);
      if (parts[1].equals("*")) {
        WHOLE.add(row);
      }
      for (String method : row.methods()) {
        int type = method.indexOf('(');
        String name = type < 0 ? method : method.substring(0, type);
        BY_METHOD.computeIfAbsent(name, k -> new ArrayList<>()).add(row);
      }
    }
  }

  private Refusals() {}

  /** The classes that the table names. */
  static Set<String> owners() {
    Set<String> owners = new java.util.TreeSet<>();
    BY_METHOD.values().forEach(rows -> rows.forEach(r -> owners.add(r.owner())));
    return owners;
  }

  /** The methods that the table names for a class, without types. */
  static Set<String> methods(String owner) {
    Set<String> methods = new java.util.TreeSet<>();
    BY_METHOD.forEach(
        (name, rows) -> {
          if (rows.stream().anyMatch(r -> r.owner().equals(owner))) {
            methods.add(name);
          }
        });
    methods.remove("*");
    return methods;
  }

  /** What it takes to be allowed to do a thing, by what it does. */
  private static final Map<String, Allowed.Kind> KINDS =
      Map.of(
          "opens a socket", Allowed.Kind.NET,
          "opens a connection", Allowed.Kind.NET,
          "opens a selector", Allowed.Kind.NET,
          "asks the network", Allowed.Kind.NET,
          "starts a process", Allowed.Kind.PROCESS,
          "controls a process", Allowed.Kind.PROCESS,
          "sets a property of the JVM", Allowed.Kind.PROPERTY);

  private static final Set<String> WRITING =
      Set.of("writes a file", "opens a file for writing", "changes the file system");

  static Optional<Redirection> of(
      Hierarchy hierarchy, Allowed allowed, String owner, String name, MethodTypeDesc type) {
    if (Seam.isInternal(owner)) {
      return Optional.of(new Redirection.Refuse("meddles with what explores it"));
    }
    List<Row> rows = new ArrayList<>(BY_METHOD.getOrDefault(name, List.of()));
    rows.addAll(WHOLE);
    return rows.stream()
        .filter(r -> r.matches(name, type))
        .filter(
            r ->
                name.equals("<init>")
                    ? owner.equals(r.owner())
                    : hierarchy.isSubtype(owner, r.owner()))
        .filter(r -> !isAllowed(r.reason(), allowed))
        .<Redirection>map(r -> refusal(r.reason(), allowed))
        .findFirst();
  }

  private static boolean isAllowed(String reason, Allowed allowed) {
    Allowed.Kind kind = KINDS.get(reason);
    return kind != null && allowed.kinds().contains(kind);
  }

  private static Redirection refusal(String reason, Allowed allowed) {
    return WRITING.contains(reason) && !allowed.writable().isEmpty()
        ? new Redirection.RefuseUnlessWritable(reason, String.join("\n", allowed.writable()))
        : new Redirection.Refuse(reason);
  }
}
