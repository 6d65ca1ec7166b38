package com.ib.client;

/** Where an order stands. */
public enum OrderStatus {
    ApiPending, ApiCancelled, PreSubmitted, PendingCancel, Cancelled, Submitted, Filled, Inactive, PendingSubmit, Unknown;

    /** The constant of a text, whatever its case; Unknown for every other text. */
    public static OrderStatus get(String text) {
        for (OrderStatus status : values()) {
            if (status.name().equalsIgnoreCase(text)) {
                return status;
            }
        }
        return Unknown;
    }

    /** Whether the order may still be filled by the broker as it is. */
    public boolean isActive() {
        return switch (this) {
            case PreSubmitted, PendingCancel, Submitted, PendingSubmit -> true;
            case ApiPending, ApiCancelled, Cancelled, Filled, Inactive, Unknown -> false;
        };
    }
}
