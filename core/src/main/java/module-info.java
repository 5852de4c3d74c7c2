import org.callcause.rule.RuleModule;
import org.jspecify.annotations.NullMarked;

/** SIP messages, dialogs, calls, dispositions, the rule modules and the engine. */
@NullMarked
module org.callcause.core {
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports org.callcause;
    exports org.callcause.call;
    exports org.callcause.diagnosis;
    exports org.callcause.dialog;
    exports org.callcause.incident;
    exports org.callcause.leg;
    exports org.callcause.message;
    exports org.callcause.rule;
    exports org.callcause.vantage;

    uses RuleModule;
}
