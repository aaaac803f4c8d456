// Room on the stack is written before it is read: it need not be cleared.
[module: System.Runtime.CompilerServices.SkipLocalsInit]
