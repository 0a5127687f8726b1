package io.lockstep.launcher.plugin;

import io.lockstep.engine.strategy.StrategyFactory;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of strategy that can be configured, by type. Immutable. */
public final class StrategyCatalog {
    private final Map<String, StrategyFactory> byType = new TreeMap<>();

    private StrategyCatalog(Iterable<StrategyFactory> factories) {
        for (StrategyFactory factory : factories) {
            StrategyFactory other = byType.putIfAbsent(factory.type(), factory);
            if (other != null) {
                throw new IllegalArgumentException("two strategies of one type: type=" + factory.type() + ", classes="
                        + other.getClass().getName() + ", " + factory.getClass().getName());
            }
        }
    }

    /** A catalog of these factories. */
    public static StrategyCatalog of(Collection<? extends StrategyFactory> factories) {
        return new StrategyCatalog(List.copyOf(factories));
    }

    /**
     * Finds the strategies on the class path and in a folder's jars, each named in its jar's {@code META-INF/services}.
     *
     * @param plugins the folder, null for none; its jars' code runs in this process from here on
     * @throws IOException if the folder cannot be read
     */
    public static StrategyCatalog load(@Nullable Path plugins) throws IOException {
        ClassLoader program = StrategyCatalog.class.getClassLoader();
        // lives as long as the process: its classes trade
        ClassLoader loader = plugins == null ? program : new URLClassLoader("plugins", jars(plugins), program);
        return new StrategyCatalog(ServiceLoader.load(StrategyFactory.class, loader));
    }

    /** The factory of a type. */
    public Optional<StrategyFactory> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** The types, sorted. */
    public List<String> types() {
        return List.copyOf(byType.keySet());
    }

    /** The factories, sorted by type. */
    public List<StrategyFactory> all() {
        return List.copyOf(byType.values());
    }

    private static URL[] jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(StrategyCatalog::url)
                    .toArray(URL[]::new);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no such path: jar=" + jar, e);
        }
    }
}
