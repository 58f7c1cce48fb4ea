package org.motorpool.dispatch.compliance;

/**
 * What the rules need to know about an acquisition.
 *
 * @param quota vehicles the unit may have in the category
 * @param inUse vehicles of the unit and category that use the quota now; a renewal's old vehicle is among them
 * @param additions vehicles put on file in the province this year, without this one
 * @param newEnergy those of the additions that count as new energy
 */
public record AcquisitionFacts(
        AcquisitionProposal proposal,
        String unitName,
        String provinceName,
        int year,
        int quota,
        int inUse,
        int additions,
        int newEnergy) {}
