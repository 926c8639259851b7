SELECT number FROM visit;
