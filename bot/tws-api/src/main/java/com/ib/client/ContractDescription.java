package com.ib.client;

/** One answer to a search for symbols. */
public class ContractDescription {

    private Contract contract = new Contract();
    private String[] derivativeSecTypes;

    public Contract contract() {
        return contract;
    }
    public void contract(Contract value) {
        contract = value;
    }
    public String[] derivativeSecTypes() {
        return derivativeSecTypes;
    }
    public void derivativeSecTypes(String[] value) {
        derivativeSecTypes = value;
    }
}
