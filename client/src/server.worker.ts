// The worker in which the server runs in a browser. VS Code loads a worker's script as a classic one, while the server is an ES
// module, which shares its readers and rules with the server for Node. The first message tells where the module is; what comes
// while it is loading waits.

/** The part of a worker's global scope that is used; its library of types contradicts Node's. */
declare const self: { onmessage: ((event: { readonly data: unknown }) => void) | null };

const waiting: unknown[] = [];
self.onmessage = ({ data: address }) => {
  self.onmessage = ({ data }) => waiting.push(data);
  import(String(address)).then(
    () => {
      for (const data of waiting.splice(0)) self.onmessage?.({ data });
    },
    // Thrown outside of the promise, it reaches the client as an error of the worker.
    (fault: unknown) => setTimeout(() => throwAgain(fault)),
  );
};

function throwAgain(fault: unknown): never {
  throw fault;
}
