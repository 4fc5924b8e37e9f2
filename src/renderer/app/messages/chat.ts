export const chatMessages = {}
