package org.callcause.rule;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds rule modules with {@link ServiceLoader}, so that one that cannot be loaded hides no other. */
final class ModuleDiscovery {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleDiscovery.class);

    /** A provider file that is broken beyond reading fails again and again; no real list is so long. */
    private static final int MOST_FAILURES = 100;

    private final LoadProblems problems;

    ModuleDiscovery(LoadProblems problems) {
        this.problems = problems;
    }

    List<RuleModule> modules(ClassLoader loader) {
        List<RuleModule> found = new ArrayList<>();
        Iterator<RuleModule> providers =
                ServiceLoader.load(RuleModule.class, loader).iterator();
        int failures = 0;
        boolean more = true;
        while (more && failures < MOST_FAILURES) {
            try {
                more = providers.hasNext();
                if (more) {
                    found.add(providers.next());
                }
            } catch (ServiceConfigurationError | LinkageError broken) {
                failures++;
                problems.add("rule module", broken);
            }
        }
        LOG.debug("Found {} rule modules", found.size());
        return found;
    }
}
