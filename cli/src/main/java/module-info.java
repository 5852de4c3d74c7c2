import org.jspecify.annotations.NullMarked;

/** The callcause command. */
@NullMarked
module org.callcause.cli {
    requires static org.jspecify;
    requires org.callcause.capture;
    requires org.callcause.core;
    requires org.callcause.live;
    requires org.callcause.report;
    requires org.callcause.rules.teams;
    requires info.picocli;
    requires java.management;
    requires jdk.httpserver;

    uses org.callcause.rule.RuleModule;

    opens org.callcause.cli to
            info.picocli;
}
