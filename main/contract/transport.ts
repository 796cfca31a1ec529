/** A two-way channel of JSON texts; one adapter each for the DOM's and Electron's message ports, worker threads and WebSockets. */
export interface Transport {
  /** Sends one message. After the channel closed it does nothing. */
  send(text: string): void;
  /** The one listener for messages; set it before anything is sent. */
  onMessage(listener: (text: string) => void): void;
  /** Called once, whoever closed the channel. */
  onClose(listener: () => void): void;
  close(): void;
}
