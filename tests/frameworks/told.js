// What the application heard from its card, in the way of its framework.

export const told = [];
export const hear = ({ detail }) => told.push(detail.question);
