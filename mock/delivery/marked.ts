/** The header that every delivery of a mock has, whatever headers its webhook wants. */
export const MARK = 'X-Mock-Delivery';

/** The rule by which a mock refuses a delivery. */
export const TO_A_MOCK = 'delivery-to-a-mock';
