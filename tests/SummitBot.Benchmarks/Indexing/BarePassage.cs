namespace SummitBot.Benchmarks.Indexing;

/// <summary>A passage ready to be written.</summary>
/// <param name="Text">The stored text.</param>
/// <param name="Words">The indexed text: the same after title and heading.</param>
internal sealed record BarePassage(string Id, string Text, string Words);
