package org.callcause.rules.teams.recognition;

/** How a tenant is connected to the telephone network, as far as the messages tell. */
public enum Connection {
    /** Over an SBC of the customer, or of whom the customer asked to run it. */
    DIRECT_ROUTING,
    /** Over an operator's SBC that the customer neither sees nor configures: Operator Connect. */
    OPERATOR_CONNECT,
    /** Over a mobile operator's core: Teams Phone Mobile. */
    TEAMS_PHONE_MOBILE
}
