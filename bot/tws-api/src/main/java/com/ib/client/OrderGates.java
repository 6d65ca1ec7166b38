package com.ib.client;

import alvh.wire.ServerVersions;

/** Members of orders that a server may be too old for; asking for one of them refuses the whole request. */
final class OrderGates {

    private OrderGates() {}

    /** Refuses when a member is used that came with a later server version. */
    interface Gate {

        void require(boolean used, int sinceVersion, String what);
    }

    static void check(Order order, Gate gate) {
        gate.require(!Util.StringIsEmpty(order.customerAccount()), ServerVersions.CUSTOMER_ACCOUNT,
                "customer account parameter");
        gate.require(order.professionalCustomer(), ServerVersions.PROFESSIONAL_CUSTOMER,
                "professional customer parameter");
        gate.require(order.includeOvernight(), ServerVersions.INCLUDE_OVERNIGHT, "include overnight parameter");
        checkTags(order.extOperator(), order.manualOrderIndicator(), gate);
        gate.require(order.imbalanceOnly(), ServerVersions.IMBALANCE_ONLY, "imbalance only parameter");
    }

    static void check(OrderCancel cancel, Gate gate) {
        checkTags(cancel.extOperator(), cancel.manualOrderIndicator(), gate);
    }

    static void checkExercise(String manualOrderTime, String customerAccount, boolean professionalCustomer,
            Gate gate) {
        gate.require(!Util.StringIsEmpty(manualOrderTime), ServerVersions.EXERCISE_MANUAL_ORDER_TIME,
                "manual order time parameter");
        gate.require(!Util.StringIsEmpty(customerAccount), ServerVersions.CUSTOMER_ACCOUNT,
                "customer account parameter");
        gate.require(professionalCustomer, ServerVersions.PROFESSIONAL_CUSTOMER, "professional customer parameter");
    }

    private static void checkTags(String extOperator, int manualOrderIndicator, Gate gate) {
        gate.require(!Util.StringIsEmpty(extOperator), ServerVersions.CME_TAGGING_FIELDS, "ext operator parameter");
        gate.require(Util.isValidValue(manualOrderIndicator), ServerVersions.CME_TAGGING_FIELDS,
                "manual order indicator parameter");
    }
}
