package com.ib.client;

/** A traded volume. */
public class VolumeCondition extends ContractCondition {

    private int volume;

    VolumeCondition() {
        super(OrderConditionType.Volume);
    }

    public int volume() {
        return volume;
    }
    public void volume(int value) {
        volume = value;
    }
}
